type Query = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * An address as a form of filters writes it, in the words of the filters: the two ends of a range are fields of their
 * own, a list is a name that is repeated, and what was left alone is empty.
 */
export function readFormQuery(query: Query): {
  readonly asked: Readonly<Record<string, string>>
  /** Whether a shorter address says the same. */
  readonly isFromForm: boolean
} {
  const asked = new Map<string, string>()
  const ends = new Map<string, { from: string; to: string }>()
  let isFromForm = false
  for (const [key, given] of Object.entries(query)) {
    const value = typeof given === 'string' ? given : (given ?? []).join(',')
    const [, name, end] = /^(\w+)\.(from|to)$/.exec(key) ?? []
    isFromForm ||= value === '' || name !== undefined || typeof given !== 'string'
    if (value.trim() === '') continue
    if (name === undefined) asked.set(key, value)
    else
      ends.set(name, { ...(ends.get(name) ?? { from: '', to: '' }), [end === 'to' ? 'to' : 'from']: value })
  }
  for (const [name, { from, to }] of ends) asked.set(name, `${from.trim()}..${to.trim()}`)
  return { asked: Object.fromEntries(asked), isFromForm }
}
