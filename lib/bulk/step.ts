import { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import type { Authorized, Refusal, Subject } from '@/lib/access/authorize'
import { recordAudit } from '@/lib/audit/record'
import { err, ok, type Result } from '@/lib/base/result'
import { handOf } from '@/lib/bulk/perform'
import { findRun, mayContinue, type Run } from '@/lib/bulk/runs'
import { undoHandOf } from '@/lib/bulk/take-back'
import { database, type Queryable } from '@/lib/db/client'
import { settle, transact } from '@/lib/db/transact'

const STEP_AGENTS_MAX = 50
/** No agent is begun later than this, so that the answer is there before its reader is told that it takes too long. */
const STEP_MS = 1_200

/** A link to the report of one agent, told this once. */
export type MadeLink = { readonly agentId: string; readonly name: string; readonly url: string }
export type Step = { readonly agents: number; readonly links: readonly MadeLink[] }
/** `foreign`: somebody else began it. `owner`: only an owner may take this back. */
export type StepRefusal = 'not-found' | 'foreign' | 'owner'

type Asking = {
  readonly actor: Actor
  readonly at: Subject
  readonly right: Authorized<'agent.write'>
  readonly runId: string
}

/**
 * Does the next agents of a run, or takes the next ones back once that was asked for. Each agent is a transaction of its
 * own that holds its item: however many steps run at once, and wherever one ends, nothing is done twice or half.
 */
export async function stepRun(asking: Asking): Promise<Result<Step, StepRefusal>> {
  const run = await findRun(asking.right, asking.runId)
  if (!run) return err('not-found')
  if (!mayContinue(run, asking.right)) return err('foreign')
  const next = run.isUndone ? await takingBack(asking, run) : await doing(asking, run)
  if (!next.ok) return err('owner')
  const until = performance.now() + STEP_MS
  const links: Omit<MadeLink, 'name'>[] = []
  let agents = 0
  while (agents < STEP_AGENTS_MAX && performance.now() < until) {
    const outcome = await next.value()
    if (outcome === undefined) break
    agents += 1
    if (outcome.url !== undefined) links.push({ agentId: outcome.agentId, url: outcome.url })
  }
  return ok({ agents, links: await named(asking.right.workspaceId, links) })
}

async function named(workspaceId: string, links: readonly Omit<MadeLink, 'name'>[]): Promise<MadeLink[]> {
  const agentIds = links.map(({ agentId }) => agentId)
  const cards = await database().agentCard.findMany({
    where: { workspaceId, agentId: { in: agentIds } },
    select: { agentId: true, name: true },
  })
  const names = new Map(cards.map(({ agentId, name }) => [agentId, name]))
  return links.map((link) => ({ ...link, name: names.get(link.agentId) ?? 'An agent' }))
}

type Outcome = { readonly agentId: string; readonly url?: string | undefined }
type Next = () => Promise<Outcome | undefined>

async function doing(
  { actor, at, right: { workspaceId } }: Asking,
  { id, deed }: Run,
): Promise<Result<Next, Refusal>> {
  const hand = await handOf(actor, at, deed)
  if (!hand.ok) return hand
  return ok(() =>
    doNext({ workspaceId, runId: id, from: 'waiting', refused: 'refused' }, async (tx, item) => {
      const done = await hand.value(tx, item)
      return done.ok ? ok({ state: 'done', ...done.value }) : done
    }),
  )
}

async function takingBack(
  { actor, at, right: { workspaceId } }: Asking,
  { id, deed }: Run,
): Promise<Result<Next, Refusal>> {
  const hand = await undoHandOf(actor, at, deed)
  if (!hand.ok) return hand
  return ok(() =>
    doNext({ workspaceId, runId: id, from: 'done', refused: 'kept' }, async (tx, item) => {
      const undone = await hand.value(tx, item)
      return undone.ok ? ok({ state: 'undone' }) : undone
    }),
  )
}

type Way = {
  readonly workspaceId: string
  readonly runId: string
  readonly from: 'waiting' | 'done'
  readonly refused: 'refused' | 'kept'
}
type Change = {
  readonly state: 'done' | 'undone'
  readonly trace?: Readonly<Record<string, string | number>>
  readonly url?: string
}
type Work = (tx: Queryable, item: ClaimedItem) => Promise<Result<Change, string>>
/** What was found when there was nothing left, or one that was refused. */
type Stopped = 'over' | { readonly item: ClaimedItem; readonly reason: string }

async function doNext(way: Way, work: Work): Promise<Outcome | undefined> {
  const outcome = await transact<Outcome, Stopped>(async (tx) => {
    const item = await claim(tx, way)
    if (!item) return err('over')
    const done = await work(tx, item)
    if (!done.ok) return err({ item, reason: done.error })
    const { state, trace, url } = done.value
    await tx.bulkItem.updateMany({ where: whereOf(way, item), data: { state, ...(trace && { trace }) } })
    return ok({ agentId: item.agentId, url })
  })
  if (outcome.ok) return outcome.value
  if (outcome.error === 'over') return undefined
  const { item, reason } = outcome.error
  // What the refused work wrote is gone with its transaction, and the claim with it: another step may have been here.
  await settle((tx) =>
    tx.bulkItem.updateMany({ where: whereOf(way, item), data: { state: way.refused, reason } }),
  )
  return { agentId: item.agentId }
}

const whereOf = ({ workspaceId, runId, from }: Way, { position }: ClaimedItem) => ({
  workspaceId,
  runId,
  position,
  state: from,
})

type ClaimedItem = z.infer<typeof claimed>['0']
const claimed = z
  .array(
    z
      .object({ position: z.int(), agent_id: z.string(), version: z.int(), trace: z.unknown() })
      .transform(({ agent_id, ...item }) => ({ ...item, agentId: agent_id })),
  )
  .max(1)

/**
 * The next agent that nobody else has in hand. The run is held too, so that it turns around between two agents and not
 * while one is in hand: a step of the other direction finds nothing from then on, and all that was done before it.
 */
async function claim(tx: Queryable, { workspaceId, runId, from }: Way): Promise<ClaimedItem | undefined> {
  const [item] = claimed.parse(
    await tx.$queryRaw`
      SELECT i.position, i.agent_id, i.version, i.trace
      FROM bulk_items i JOIN bulk_runs r ON r.id = i.run_id
      WHERE i.workspace_id = ${workspaceId}::uuid AND i.run_id = ${runId}::uuid AND i.state = ${from}
        AND (r.undone_at IS NULL) = ${from === 'waiting'}
      ORDER BY i.position LIMIT 1 FOR UPDATE OF i SKIP LOCKED FOR SHARE OF r`,
  )
  return item
}

/** From now on the run goes backwards; what it has not done yet stays undone. */
export async function undoRun({ actor, at, right, runId }: Asking): Promise<Result<undefined, StepRefusal>> {
  const run = await findRun(right, runId)
  if (!run) return err('not-found')
  if (!mayContinue(run, right)) return err('foreign')
  if (!(await undoHandOf(actor, at, run.deed)).ok) return err('owner')
  const { workspaceId, userId } = right
  return transact(async (tx) => {
    const { count } = await tx.bulkRun.updateMany({
      where: { id: run.id, workspaceId, undoneAt: null },
      data: { undoneAt: new Date() },
    })
    if (count === 1)
      await recordAudit(tx, {
        workspaceId,
        userId,
        action: 'run.undo',
        subject: { kind: 'run', id: run.id },
        detail: { action: run.deed.kind },
      })
    return ok(undefined)
  })
}
