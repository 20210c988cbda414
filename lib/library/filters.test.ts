import { describe, expect, test } from 'vitest'
import { formatCursor } from '@/lib/library/cursor'
import { libraryAddress, libraryOrder, librarySchema, readLibraryFilters } from '@/lib/library/filters'

test('a cursor of a moment that the database does not know is refused', () => {
  const at = (date: string) => formatCursor({ sort: 'updated', date, slug: 'elan' })
  const read = (date: string) => librarySchema.safeParse({ sort: 'updated', cursor: at(date) }).success
  expect(['0000-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'].map(read)).toEqual([false, true])
})

test('a cursor is read back as it was written, and belongs to one order', () => {
  const cursor = { sort: 'name', name: 'élan', slug: 'elan' } as const
  expect(librarySchema.parse({ sort: 'name', cursor: formatCursor(cursor) }).cursor).toEqual(cursor)
  const other = librarySchema.safeParse({ sort: '-name', cursor: formatCursor(cursor) })
  expect(other.error?.issues[0]).toMatchObject({
    path: ['cursor'],
    message: expect.stringContaining('another sort'),
  })
})

test.each([
  '',
  'x',
  '{}',
  'e30',
  'bnVsbA',
  Buffer.from('{"sort":"name","name":"a","slug":"b","x":1}').toString('base64url'),
])('the cursor %j is refused in words', (cursor) => {
  expect(librarySchema.safeParse({ sort: 'name', cursor }).error?.issues[0]?.message).toMatch(
    /not one of ours/,
  )
})

describe('for people', () => {
  test('what can be read counts, and what cannot is named', () => {
    const { filters, refused } = readLibraryFilters({
      kind: 'spaceship',
      severity: 'High',
      whim: '1',
      cursor: 'x',
    })
    expect(filters.severity).toBe('High')
    expect(libraryOrder(filters)).toBe('-score')
    expect(filters.kind).toBeUndefined()
    expect(refused.map(({ path }) => path).sort()).toEqual(['cursor', 'kind', 'whim'])
  })

  test('a cursor of an order that was left out goes with it', () => {
    const cursor = formatCursor({ sort: 'name', name: 'a', slug: 'a' })
    const { filters, refused } = readLibraryFilters({ sort: 'nonsense', cursor })
    expect(libraryOrder(filters)).toBe('-score')
    expect(filters.cursor).toBeUndefined()
    expect(refused.map(({ path }) => path)).toEqual(['sort', 'cursor'])
  })

  test('an address names only what differs from the whole library', () => {
    const everything = librarySchema.parse({})
    expect(libraryAddress(everything)).toBe('/')
    const filters = librarySchema.parse({ q: 'a&b', sort: 'name', tag: 'x y' })
    const address = libraryAddress(filters, { tag: undefined })
    expect(Object.fromEntries(new URLSearchParams(address.slice(2)))).toEqual({ q: 'a&b', sort: 'name' })
  })

  test('what is searched for comes best match first, unless an order is named', () => {
    const orders = [{ q: 'mcp' }, { q: 'mcp', sort: '-score' as const }, { q: '!' }, {}].map(libraryOrder)
    expect(orders).toEqual(['match', '-score', '-score', '-score'])
  })
})
