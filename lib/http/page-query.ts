export type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>

/** A page's query as a flat record, the last of a repeated key counting, empty values left out. */
export const flatQuery = (query: Awaited<SearchParams>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).flatMap(([key, value]) => {
      const last = Array.isArray(value) ? value.at(-1) : value
      return last === undefined || last === '' ? [] : [[key, last]]
    }),
  )

/** The query of a request as a page is given it. */
export const queryOf = (request: Request): Readonly<Record<string, readonly string[]>> => {
  const { searchParams } = new URL(request.url)
  return Object.fromEntries([...new Set(searchParams.keys())].map((key) => [key, searchParams.getAll(key)]))
}
