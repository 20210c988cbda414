/** An error as a client reads it: `application/problem+json`, RFC 9457. */
export type Problem = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Members beside the four every problem has, such as `errors`; `headers` go with the answer. */
export type ProblemExtra = {
  readonly headers?: Readonly<Record<string, string>>
  readonly members?: Readonly<Record<string, unknown>>
}

export function problem(status: number, title: string, detail: string, extra: ProblemExtra = {}): Problem {
  const standard = { type: 'about:blank', title, status, detail }
  // A client that shows what to put right reads one list, also where the fault is the request as a whole.
  const errors = status < 500 ? { errors: [{ path: '', message: detail }] } : {}
  return {
    status,
    headers: { 'cache-control': 'no-store', ...extra.headers, 'content-type': 'application/problem+json' },
    // First for the reader, and last again so that no extra member can replace them.
    body: JSON.stringify({ ...standard, ...errors, ...extra.members, ...standard }),
  }
}
