import { err, ok, type Result } from '@/lib/base/result'
import { type ApiProblem, otherContent } from '@/lib/http/problems'
import { once, type Repeatable, type Transaction } from '@/lib/tokens/once'

/** An answer before it is bytes. It is JSON through and through, so that it can be kept for who repeats a request. */
export type Reply = {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export const reply = (
  status: number,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Reply => ({ status, headers, ...(body !== undefined && { body }) })

/** Work in one transaction, done once for a request that its sender may repeat; a repeated answer says that it is one. */
export async function answerOnce(
  request: Repeatable | undefined,
  work: (tx: Transaction) => Promise<Result<Reply, ApiProblem>>,
): Promise<Result<Reply, ApiProblem>> {
  const done = await once(request, work)
  if (!done.ok) return err(done.error === 'other-content' ? otherContent() : done.error)
  const { value, isRepeated } = done.value
  return ok(isRepeated ? { ...value, headers: { ...value.headers, 'idempotency-replayed': 'true' } } : value)
}

export function toJsonResponse({ status, body, headers }: Reply, isPublic: boolean): Response {
  const shared = { 'cache-control': isPublic ? 'public, no-cache' : 'no-store', ...headers }
  if (body === undefined) return new Response(null, { status, headers: shared })
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...shared },
  })
}
