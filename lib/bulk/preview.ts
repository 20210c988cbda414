import { z } from 'zod'
import { RUN_AGENTS_MAX } from '@/lib/bulk/deeds'
import { FINGERPRINT, type RightToBegin, type Selection, selected } from '@/lib/bulk/selection'
import { database } from '@/lib/db/client'

/** What a run would meet, counted before it begins. */
export type Preview = {
  /** One more than a run may have stands for all that are more. */
  readonly agents: number
  /** Which ones they are: a run that is told this begins with no others. */
  readonly fingerprint: string
  readonly publishedAsTheyStand: number
  readonly unpublished: number
  readonly private: number
  readonly listed: number
  /** The first of them, in the order in which they are taken. */
  readonly names: readonly string[]
}

const NAMES_MAX = 10

const rows = z.tuple([
  z.object({
    agents: z.int(),
    fingerprint: z.string(),
    published_as_they_stand: z.int(),
    unpublished: z.int(),
    private: z.int(),
    listed: z.int(),
    names: z.array(z.string()).nullable(),
  }),
])

export async function previewRun({ workspaceId }: RightToBegin, selection: Selection): Promise<Preview> {
  const found = await database().$queryRaw`
    SELECT count(*)::int AS agents, ${FINGERPRINT} AS fingerprint,
      count(*) FILTER (WHERE draft_state = 'published')::int AS published_as_they_stand,
      count(*) FILTER (WHERE number IS NULL)::int AS unpublished,
      count(*) FILTER (WHERE visibility = 'private')::int AS private,
      count(*) FILTER (WHERE visibility = 'listed')::int AS listed,
      (array_agg(name ORDER BY name_key, agent_id))[1:${NAMES_MAX}::int] AS names
    FROM (
      SELECT c.name, c.name_key, c.agent_id, c.draft_state, c.number, c.visibility FROM agent_cards c
      WHERE ${selected(workspaceId, selection)}
      ORDER BY c.name_key, c.agent_id LIMIT ${RUN_AGENTS_MAX + 1}
    ) AS chosen`
  const [{ published_as_they_stand, names, ...counted }] = rows.parse(found)
  return { ...counted, publishedAsTheyStand: published_as_they_stand, names: names ?? [] }
}
