import { z } from 'zod'
import type { Program } from '@/lib/access/actor'
import { countFrom, type TooMany } from '@/lib/access/rate-limit'
import { scopeSchema } from '@/lib/access/scopes'
import { hashToken, isToken } from '@/lib/access/token-text'
import { err, ok, type Result } from '@/lib/base/result'
import { database } from '@/lib/db/client'
import { requestContext } from '@/lib/registry'

/**
 * The program that sent a request, by the token it shows; read from the database each time and by its clock, so that a
 * token that was revoked or has expired is over on the next request. What is no token costs nothing but a look at it.
 * Of well-formed ones only those that open nothing are counted, so that nobody locks out who shares their address.
 */
export async function findProgram(headers: Headers): Promise<Result<Program, 'no-token' | TooMany>> {
  const token = bearerIn(headers)
  if (token === undefined || !isToken(token)) return err('no-token')
  const found = await database().$queryRaw`
    SELECT t.id::text, t.user_id::text, w.slug AS workspace, t.scopes,
      coalesce(t.last_used_at < now() - interval '1 minute', true) AS is_stale
    FROM api_tokens t JOIN workspaces w ON w.id = t.workspace_id
    WHERE t.token_hash = ${hashToken(token)} AND t.revoked_at IS NULL AND t.expires_at > now()`
  const [row] = rows.parse(found)
  if (!row) {
    const counted = await countFrom('token')
    return counted.ok ? err('no-token') : counted
  }
  if (row.is_stale)
    await database().$executeRaw`UPDATE api_tokens SET last_used_at = now() WHERE id = ${row.id}::uuid`
  const context = requestContext()
  if (context) context.tokenId = row.id
  const { id: tokenId, user_id: userId, workspace, scopes } = row
  return ok({ kind: 'program', tokenId, userId, workspace, scopes })
}

const rows = z
  .array(
    z.object({
      id: z.string(),
      user_id: z.string(),
      workspace: z.string(),
      scopes: z.array(scopeSchema),
      is_stale: z.boolean(),
    }),
  )
  .max(1)

/** RFC 6750: the scheme in any case, one space, the token. */
const bearerIn = (headers: Headers): string | undefined =>
  /^bearer ([\w.~+/=-]{1,200})$/i.exec(headers.get('authorization') ?? '')?.[1]
