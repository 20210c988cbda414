import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import { type Role, roleOf } from '@/lib/access/roles'
import { isOfUse, type Scope, scopeSchema } from '@/lib/access/scopes'
import { database } from '@/lib/db/client'
import { OPEN_TOKENS_MAX } from '@/lib/tokens/create'

export type TokenLine = {
  readonly id: string
  readonly name: string
  readonly ending: string
  readonly scopes: readonly Scope[]
  readonly madeBy: string
  readonly madeAt: Date
  readonly expiresAt: Date
  readonly isExpired: boolean
  /** To the minute; null: never. */
  readonly lastUsedAt: Date | null
  /** Of whom made it, today; null: no longer a member, so that the token opens nothing. */
  readonly makerRole: Role | null
  /** Those that the maker's role of today makes nothing of. */
  readonly idleScopes: readonly Scope[]
}

/** Those that work first, the newest on top; expired ones behind them, so that it shows why a program stopped. */
export async function listTokens({ workspaceId }: Authorized<'token.manage'>): Promise<readonly TokenLine[]> {
  const found = await database().$queryRaw`
    SELECT t.id::text, t.name, t.ending, t.scopes, u.name AS made_by, t.created_at, t.expires_at, t.last_used_at,
      t.expires_at <= now() AS is_expired, m.role
    FROM api_tokens t
      JOIN users u ON u.id = t.user_id
      LEFT JOIN memberships m ON m.workspace_id = t.workspace_id AND m.user_id = t.user_id
    WHERE t.workspace_id = ${workspaceId}::uuid AND t.revoked_at IS NULL
    ORDER BY is_expired, t.created_at DESC, t.id DESC
    LIMIT ${OPEN_TOKENS_MAX}`
  return rows.parse(found).map(toLine)
}

const row = z.object({
  id: z.string(),
  name: z.string(),
  ending: z.string(),
  scopes: z.array(scopeSchema),
  made_by: z.string(),
  created_at: z.date(),
  expires_at: z.date(),
  last_used_at: z.date().nullable(),
  is_expired: z.boolean(),
  role: z.string().nullable(),
})
const rows = z.array(row)

function toLine({ id, name, ending, scopes, role, ...rest }: z.output<typeof row>): TokenLine {
  const makerRole = role === null ? null : roleOf(role)
  return {
    id,
    name,
    ending,
    scopes,
    madeBy: rest.made_by,
    madeAt: rest.created_at,
    expiresAt: rest.expires_at,
    isExpired: rest.is_expired,
    lastUsedAt: rest.last_used_at,
    makerRole,
    idleScopes: scopes.filter((scope) => makerRole === null || !isOfUse(scope, makerRole)),
  }
}
