import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import { namesOf } from '@/lib/accounts/names'
import { visibilitySchema } from '@/lib/agents/publishing/visibility'
import { database, Prisma } from '@/lib/db/client'

/** Agents side by side under a name, as members see them. */
export type SavedComparison = {
  readonly id: string
  readonly name: string
  readonly query: string
  /** In their order; those in the trash are not among them. */
  readonly agents: readonly SavedAgent[]
  readonly createdAt: Date
  readonly createdBy: string
}

export type SavedAgent = {
  /** The place that it was kept at. */
  readonly position: number
  readonly slug: string
  readonly name: string
  /** Whether members see its draft here. */
  readonly asDraft: boolean
  /** Whether somebody who has a link may read it: it is published, and not private. */
  readonly reading: 'open' | 'private' | 'unpublished'
}

const rows = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    query: z.string(),
    created_at: z.date(),
    created_by: z.string().nullable(),
    agents: z.array(
      z.object({
        position: z.int(),
        slug: z.string(),
        name: z.string(),
        as_draft: z.boolean(),
        visibility: visibilitySchema,
        number: z.int().nullable(),
      }),
    ),
  }),
)

/** All of a workspace, by their names: `COMPARISONS_MAX` at most. */
export const listComparisons = (right: Authorized<'agent.read'>): Promise<readonly SavedComparison[]> =>
  readComparisons(right, Prisma.empty)

export async function getComparison(
  right: Authorized<'agent.read'>,
  id: string,
): Promise<SavedComparison | undefined> {
  if (!z.uuid().safeParse(id).success) return undefined
  const [found] = await readComparisons(right, Prisma.sql`AND p.id = ${id}::uuid`)
  return found
}

async function readComparisons(
  { workspaceId }: Authorized<'agent.read'>,
  which: Prisma.Sql,
): Promise<readonly SavedComparison[]> {
  const found = rows.parse(
    await database().$queryRaw`
      SELECT p.id, p.name, p.query, p.created_at, p.created_by, coalesce(
        json_agg(json_build_object('position', x.position, 'slug', c.slug, 'name', c.name, 'as_draft', x.as_draft,
          'visibility', c.visibility, 'number', c.number)
          ORDER BY x.position) FILTER (WHERE c.agent_id IS NOT NULL), '[]') AS agents
      FROM comparisons p
      LEFT JOIN comparison_agents x ON x.workspace_id = p.workspace_id AND x.comparison_id = p.id
      LEFT JOIN agent_cards c ON c.agent_id = x.agent_id
      WHERE p.workspace_id = ${workspaceId}::uuid ${which}
      GROUP BY p.id ORDER BY p.name`,
  )
  const nameOf = await namesOf(found.map((row) => row.created_by))
  return found.map((row) => ({
    id: row.id,
    name: row.name,
    query: row.query,
    createdAt: row.created_at,
    createdBy: nameOf(row.created_by),
    agents: row.agents.map(({ position, slug, name, as_draft, visibility, number }) => ({
      position,
      slug,
      name,
      asDraft: as_draft,
      reading: number === null ? 'unpublished' : visibility === 'private' ? 'private' : 'open',
    })),
  }))
}
