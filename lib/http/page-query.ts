export type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>

/** A page's query as a flat record, the last of a repeated key counting, empty values left out. */
export const flatQuery = (query: Awaited<SearchParams>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).flatMap(([key, value]) => {
      const last = Array.isArray(value) ? value.at(-1) : value
      return last === undefined || last === '' ? [] : [[key, last]]
    }),
  )
