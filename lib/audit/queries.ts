import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import { namesOf } from '@/lib/accounts/names'
import type { AuditFilter, AuditPlace } from '@/lib/audit/filter'
import { tell } from '@/lib/audit/sentences'
import { subjectNames } from '@/lib/audit/subject-names'
import { database, type Prisma } from '@/lib/db/client'

export type AuditEntry = {
  readonly id: string
  readonly at: Date
  readonly action: string
  /** Such as "Ada published revision 3 of Mail agent"; by a program, "Ada, with the token “CI”, published …". */
  readonly sentence: string
  readonly who: string
  /** Absent for what the machine did. */
  readonly personId: string | null
  readonly subjectKind: string
  readonly subjectId: string | null
  readonly subject: string
  readonly address: string | null
  readonly requestId: string | null
}

export type AuditPage = { readonly entries: readonly AuditEntry[]; readonly next: AuditPlace | null }

export const AUDIT_PAGE_ROWS = 50

/** The log of a workspace from the newest on, in the words of today: who is gone is a former member. */
export async function listAudit(
  { workspaceId }: Authorized<'audit.read'>,
  filter: AuditFilter,
  after?: AuditPlace,
  rowsMax = AUDIT_PAGE_ROWS,
): Promise<AuditPage> {
  const found = await database().auditEvent.findMany({
    where: conditions(workspaceId, filter, after),
    select: COLUMNS,
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: rowsMax + 1,
  })
  const rows = found.slice(0, rowsMax)
  const last = rows.at(-1)
  return {
    entries: await tellAll(workspaceId, rows),
    next: found.length > rowsMax && last ? { at: last.at, id: last.id } : null,
  }
}

const others = z.array(
  z.object({
    id: z.string(),
    at: z.date(),
    actorKind: z.string(),
    actorId: z.string().nullable(),
    tokenId: z.string().nullable(),
    action: z.string(),
    subjectKind: z.string(),
    subjectId: z.string().nullable(),
    detail: z.json(),
    address: z.string().nullable(),
    requestId: z.string().nullable(),
  }),
)

/** The newest entries by anybody else than whoever asks, as far as they are among so many of the newest. */
export async function listOthers(
  { workspaceId, userId }: Authorized<'audit.read'>,
  { lookedAtMax, rowsMax }: { readonly lookedAtMax: number; readonly rowsMax: number },
): Promise<readonly AuditEntry[]> {
  const found = await database().$queryRaw`
    SELECT e.id, e.at, e.actor_kind AS "actorKind", e.actor_id AS "actorId", e.token_id AS "tokenId", e.action,
      e.subject_kind AS "subjectKind", e.subject_id AS "subjectId", e.detail, e.address, e.request_id AS "requestId"
    FROM (
      SELECT id FROM (
        SELECT id, at, actor_id FROM audit_events WHERE workspace_id = ${workspaceId}::uuid
        ORDER BY at DESC, id DESC LIMIT ${lookedAtMax}
      ) AS newest WHERE actor_id IS DISTINCT FROM ${userId}::uuid
      ORDER BY at DESC, id DESC LIMIT ${rowsMax}
    ) AS others JOIN audit_events e USING (id) ORDER BY e.at DESC, e.id DESC`
  return tellAll(workspaceId, others.parse(found))
}

async function tellAll(workspaceId: string, rows: readonly Row[]): Promise<readonly AuditEntry[]> {
  const [nameOf, subjectOf] = await Promise.all([
    namesOf(rows.map((row) => row.actorId)),
    subjectNames(workspaceId, [...rows, ...rows.map(tokenOf)]),
  ])
  return rows.map(({ actorKind, actorId, tokenId, detail, ...row }) => {
    const subject = subjectOf(row)
    const who = actorKind === 'visitor' ? 'Somebody' : nameOf(actorId)
    const told = tokenId === null ? who : `${who}, with ${subjectOf(tokenOf({ tokenId }))},`
    return { ...row, who, personId: actorId, subject, sentence: tell(row.action, told, subject, detail) }
  })
}

/** The token that a program used is named as one that something was done to, in the same look-up. */
const tokenOf = ({ tokenId }: { readonly tokenId: string | null }) => ({
  subjectKind: 'token',
  subjectId: tokenId,
})

const COLUMNS = {
  id: true,
  at: true,
  actorKind: true,
  actorId: true,
  tokenId: true,
  action: true,
  subjectKind: true,
  subjectId: true,
  detail: true,
  address: true,
  requestId: true,
} as const

type Row = Prisma.AuditEventGetPayload<{ select: typeof COLUMNS }>

const DAY_MS = 24 * 3_600_000

function conditions(workspaceId: string, filter: AuditFilter, after: AuditPlace | undefined) {
  const { person, action, subject, from, until } = filter
  const bounds = [
    ...(from === undefined ? [] : [{ at: { gte: new Date(from) } }]),
    ...(until === undefined ? [] : [{ at: { lt: new Date(Date.parse(until) + DAY_MS) } }]),
    // The first of these two bounds the index, the second tells rows of one moment apart.
    ...(after
      ? [{ at: { lte: after.at } }, { OR: [{ at: { lt: after.at } }, { id: { lt: after.id } }] }]
      : []),
  ]
  return {
    workspaceId,
    ...(person !== undefined && { actorId: person }),
    ...(action !== undefined && { action }),
    ...(subject && { subjectKind: subject.kind, ...(subject.id !== undefined && { subjectId: subject.id }) }),
    AND: bounds,
  }
}
