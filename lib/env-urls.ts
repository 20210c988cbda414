/** What is wrong with `PUBLIC_URL`, as the rest of a sentence that begins with its name. */
export function originFault(value: string): string | undefined {
  const url = parsed(value)
  const example = 'write an address such as https://scores.example.org'
  if (!url || !/^https?:$/.test(url.protocol)) return `is "${value}": ${example}.`
  if (url.username || url.password) return `holds a user or a password: ${example}.`
  if (url.pathname !== '/' || url.search || url.hash) return `has more than a host and a port: ${example}.`
  return undefined
}

/** Such an address holds a password, so no sentence repeats it. */
export function databaseUrlFault(value: string): string | undefined {
  const url = parsed(value)
  const example = 'write postgresql://user:password@host:5432/database'
  if (!url || !/^postgres(ql)?:$/.test(url.protocol))
    return `is not the address of a Postgres database: ${example}.`
  if (url.pathname.length < 2) return `names no database: ${example}.`
  const schema = url.searchParams.get('schema')
  if (schema && schema !== 'public') return 'names another schema than public: leave the schema out.'
  return undefined
}

export function mailUrlFault(value: string): string | undefined {
  const url = parsed(value)
  return url && /^smtps?:$/.test(url.protocol) && url.hostname
    ? undefined
    : 'is not the address of a mail server: write smtp://user:password@host:587 or smtps://user:password@host:465.'
}

export const parsed = (value: string): URL | undefined => (URL.canParse(value) ? new URL(value) : undefined)
