import { z } from 'zod'
import { severitySchema } from '@/lib/assessment/severity'
import { isBadgeCode } from '@/lib/badges/code'
import { database, Prisma } from '@/lib/db/client'
import { slugSchema } from '@/lib/library/names'
import type { BadgeFace } from '@/lib/report/badge'
import { isOutdated } from '@/lib/report/outdated'

const rows = z
  .array(
    z.object({
      name: z.string().nullable(),
      number: z.int(),
      newest: z.int(),
      score_tenths: z.int(),
      severity: severitySchema,
      published_at: z.date(),
      now: z.date(),
      outdated_after_days: z.int(),
    }),
  )
  .max(1)

/** What a listed agent's badge says; undefined for a name under which none is listed. */
export async function findListedBadge(slug: string): Promise<BadgeFace | undefined> {
  if (!slugSchema.safeParse(slug).success) return undefined
  return faceFrom(Prisma.sql`
    SELECT l.name, r.number, r.number AS newest, r.score_tenths, r.severity, r.published_at, now() AS now,
      w.outdated_after_days
    FROM listings l
    JOIN revisions r ON r.agent_id = l.agent_id AND r.number = l.number
    JOIN workspaces w ON w.id = l.workspace_id
    WHERE l.slug = ${slug}`)
}

/**
 * What a badge address says, which names nobody. Undefined, without telling why, for an address that was never made or is
 * removed, and while its agent is private or in the trash or its revision is withdrawn.
 */
export async function findBadge(code: string): Promise<BadgeFace | undefined> {
  if (!isBadgeCode(code)) return undefined
  return faceFrom(Prisma.sql`
    SELECT NULL AS name, r.number, newest.number AS newest, r.score_tenths, r.severity, r.published_at, now() AS now,
      w.outdated_after_days
    FROM badges b
    JOIN agents a ON a.workspace_id = b.workspace_id AND a.id = b.agent_id
    JOIN workspaces w ON w.id = b.workspace_id
    JOIN LATERAL (
      SELECT max(number) AS number FROM revisions WHERE agent_id = a.id AND withdrawn_at IS NULL
    ) newest ON true
    JOIN revisions r ON r.agent_id = a.id AND r.number = coalesce(b.number, newest.number) AND r.withdrawn_at IS NULL
    WHERE b.code = ${code} AND a.deleted_at IS NULL AND a.visibility IN ('link', 'listed')`)
}

async function faceFrom(query: Prisma.Sql): Promise<BadgeFace | undefined> {
  const [row] = rows.parse(await database().$queryRaw(query))
  if (!row) return undefined
  const { name, number, newest, score_tenths, severity, published_at, now, outdated_after_days } = row
  const age = { publishedAt: published_at, now, outdatedAfterDays: outdated_after_days }
  return {
    ...(name !== null && { name }),
    severity,
    score: score_tenths / 10,
    isOutdated: isOutdated(age, number, newest),
  }
}
