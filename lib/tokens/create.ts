import { randomUUID } from 'node:crypto'
import type { Authorized } from '@/lib/access/authorize'
import type { Scope } from '@/lib/access/scopes'
import { endingOf, hashToken, newToken } from '@/lib/access/token-text'
import { recordAudit } from '@/lib/audit/record'
import { err, ok, type Result } from '@/lib/base/result'
import type { Queryable } from '@/lib/db/client'
import { transact } from '@/lib/db/transact'
import { lockWorkspace } from '@/lib/workspaces/members'

/** How long a token may live. None lives for ever: one that is forgotten ends by itself. */
export const LIFETIMES_DAYS = [7, 30, 90, 365] as const
export type LifetimeDays = (typeof LIFETIMES_DAYS)[number]

export const OPEN_TOKENS_MAX = 100

export type NewToken = {
  readonly name: string
  readonly scopes: readonly [Scope, ...Scope[]]
  readonly lifetimeDays: LifetimeDays
}
export type MadeToken = { readonly id: string; readonly token: string }

/**
 * The token is returned this once: what is stored does not open anything. The lock on the workspace's row puts all who
 * make one in a row, so that the limit holds.
 */
export const createToken = (
  right: Authorized<'token.manage'>,
  given: NewToken,
): Promise<Result<MadeToken, 'too-many-tokens'>> =>
  transact<MadeToken, 'too-many-tokens'>(async (tx) => {
    await lockWorkspace(tx, right.workspaceId)
    if (await isFull(tx, right.workspaceId)) return err('too-many-tokens')
    const made = { id: randomUUID(), token: newToken() }
    await store(tx, right, given, made)
    return ok(made)
  })

/** Its end is counted by the clock that it is judged by. */
async function store(
  tx: Queryable,
  { workspaceId, userId }: Authorized<'token.manage'>,
  { name, scopes, lifetimeDays }: NewToken,
  { id, token }: MadeToken,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO api_tokens (id, workspace_id, user_id, name, token_hash, ending, scopes, expires_at)
    VALUES (${id}::uuid, ${workspaceId}::uuid, ${userId}::uuid, ${name}, ${hashToken(token)}, ${endingOf(token)},
      ${[...scopes]}, now() + make_interval(days => ${lifetimeDays}::int))`
  await recordAudit(tx, {
    workspaceId,
    userId,
    action: 'token.create',
    subject: { kind: 'token', id },
    detail: { scopes: scopes.join(', '), days: lifetimeDays },
  })
}

/** Those whose maker left count too: they would work again if that person came back. */
async function isFull(tx: Queryable, workspaceId: string): Promise<boolean> {
  const open = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM api_tokens
    WHERE workspace_id = ${workspaceId}::uuid AND revoked_at IS NULL AND expires_at > now()
    LIMIT ${OPEN_TOKENS_MAX}`
  return open.length >= OPEN_TOKENS_MAX
}
