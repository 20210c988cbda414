import type { ServerResponse } from 'node:http'

/**
 * Runs `complete` on a response just before its head is written, whoever writes it. Setting headers earlier would not
 * do: Next appends a route's own headers to those it finds, and two content security policies are both enforced.
 */
export function completeHead(response: ServerResponse, complete: (status: number) => number): void {
  const writeHead = response.writeHead.bind(response)
  response.writeHead = (status: number, ...rest: unknown[]) => {
    for (const [name, value] of headersIn(rest)) response.setHeader(name, value)
    return writeHead(complete(status))
  }
}

/** The forms that Node allows: an object, a list of pairs, or names and values in turn. */
function headersIn(rest: readonly unknown[]): [string, string | string[]][] {
  const given = rest.find((value) => typeof value === 'object' && value !== null)
  if (!given) return []
  if (!Array.isArray(given)) {
    return Object.entries(given).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, textOf(value)]],
    )
  }
  if (given.every((pair) => Array.isArray(pair)))
    return given.map(([name, value]) => [String(name), textOf(value)])
  const names = given.filter((_, index) => index % 2 === 0)
  return names.map((name, index) => [String(name), textOf(given[index * 2 + 1])])
}

const textOf = (value: unknown): string | string[] =>
  Array.isArray(value) ? value.map(String) : String(value)
