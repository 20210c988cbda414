import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import { namesOf } from '@/lib/accounts/names'
import { bug } from '@/lib/base/assert'
import { type Deed, deedSchema } from '@/lib/bulk/deeds'
import { database } from '@/lib/db/client'

export const ITEM_STATES = ['waiting', 'done', 'refused', 'undone', 'kept'] as const
export type ItemState = (typeof ITEM_STATES)[number]

export type Run = {
  readonly id: string
  readonly deed: Deed
  readonly createdAt: Date
  readonly createdBy: string
  readonly isUndone: boolean
}

/** What an owner began may take an owner, and what an editor began is theirs to go on with. */
export const mayContinue = (
  { createdBy }: Run,
  { userId, role }: Pick<Authorized<'agent.read'>, 'userId' | 'role'>,
): boolean => createdBy === userId || role === 'owner'

/** How many agents of a run stand how, and how many there are. */
export type Tally = Readonly<Record<ItemState, number>> & { readonly asked: number }

export async function findRun(
  { workspaceId }: Authorized<'agent.read'> | Authorized<'agent.write'>,
  id: string,
): Promise<Run | undefined> {
  if (!z.uuid().safeParse(id).success) return undefined
  const row = await database().bulkRun.findFirst({ where: { id, workspaceId } })
  return row ? runOf(row) : undefined
}

type Row = {
  readonly id: string
  readonly action: string
  readonly parameters: unknown
  readonly createdAt: Date
  readonly createdBy: string
  readonly undoneAt: Date | null
}

export const runOf = ({ id, action, parameters, createdAt, createdBy, undoneAt }: Row): Run => ({
  id,
  deed: readDeed(action, parameters),
  createdAt,
  createdBy,
  isUndone: undoneAt !== null,
})

function readDeed(kind: string, parameters: unknown): Deed {
  const stored = z.record(z.string(), z.unknown()).parse(parameters)
  const parsed = deedSchema.safeParse({ ...stored, kind })
  return parsed.success ? parsed.data : bug(`a stored run ${kind}`)
}

const countRows = z.array(z.object({ run_id: z.string(), state: z.enum(ITEM_STATES), agents: z.int() }))

async function talliesOf(workspaceId: string, runIds: readonly string[]): Promise<(runId: string) => Tally> {
  const found = await database().$queryRaw`
    SELECT run_id::text, state, count(*)::int AS agents FROM bulk_items
    WHERE workspace_id = ${workspaceId}::uuid AND run_id = ANY(${[...runIds]}::uuid[]) GROUP BY run_id, state`
  const rows = countRows.parse(found)
  return (runId) => {
    const own = rows.filter((row) => row.run_id === runId)
    const of = (state: ItemState) => own.find((row) => row.state === state)?.agents ?? 0
    return {
      waiting: of('waiting'),
      done: of('done'),
      refused: of('refused'),
      undone: of('undone'),
      kept: of('kept'),
      asked: own.reduce((sum, { agents }) => sum + agents, 0),
    }
  }
}

export const tallyOf = async (
  { workspaceId }: Authorized<'agent.read'> | Authorized<'agent.write'>,
  runId: string,
): Promise<Tally> => (await talliesOf(workspaceId, [runId]))(runId)

export type RunLine = Run & { readonly startedBy: string; readonly tally: Tally }

const RUNS_SHOWN_MAX = 50

/** The runs of a workspace that are still kept, the newest first. */
export async function listRuns({ workspaceId }: Authorized<'agent.read'>): Promise<readonly RunLine[]> {
  const rows = await database().bulkRun.findMany({
    where: { workspaceId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: RUNS_SHOWN_MAX,
  })
  const nameOf = await namesOf(rows.map(({ createdBy }) => createdBy))
  const tally = await talliesOf(
    workspaceId,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...runOf(row), startedBy: nameOf(row.createdBy), tally: tally(row.id) }))
}
