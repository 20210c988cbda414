import { figuresOf } from '@/lib/agents/cards/figures'
import { type Moved, recordMovement, type Shown } from '@/lib/agents/cards/movement'
import type { AgentId } from '@/lib/agents/lock'
import { readRevision } from '@/lib/assessment/read-stored'
import type { Queryable } from '@/lib/db/client'

/**
 * Writes the history of an agent that is older than histories, from what its revisions still tell: when each was
 * published and withdrawn, and since when the agent lies in the trash.
 */
export async function recordPastMovements(tx: Queryable, id: AgentId, deletedAt: Date | null): Promise<void> {
  if ((await tx.movement.count({ where: id })) > 0) return
  const revisions = await tx.revision.findMany({
    where: id,
    orderBy: { number: 'asc' },
    select: { number: true, document: true, publishedAt: true, withdrawnAt: true },
  })
  const lives = revisions.map(({ document, withdrawnAt, ...revision }) => ({
    shown: { ...revision, figures: figuresOf(readRevision(document)) },
    withdrawnAt,
  }))
  for (const { at, ...moved } of pastMovements(lives, deletedAt)) await recordMovement(tx, id, moved, at)
}

type Life = { readonly shown: Shown; readonly withdrawnAt: Date | null }
type Event = { readonly at: Date } & Pick<Moved, 'cause'>

/** Every time that another revision came to be shown, the first first. Of those that stand, the newest is shown. */
export function pastMovements(
  lives: readonly Life[],
  deletedAt: Date | null,
): readonly (Moved & { readonly at: Date })[] {
  const events: readonly Event[] = [
    ...lives.map(({ shown }) => ({ at: shown.publishedAt, cause: 'published' as const })),
    ...lives.flatMap(({ withdrawnAt: at }) => (at ? [{ at, cause: 'withdrawn' as const }] : [])),
    ...(deletedAt ? [{ at: deletedAt, cause: 'deleted' as const }] : []),
  ]
  const shownAfter = ({ at, cause }: Event): Shown | null =>
    cause === 'deleted'
      ? null
      : (lives.findLast(
          ({ shown, withdrawnAt }) => shown.publishedAt <= at && (withdrawnAt === null || withdrawnAt > at),
        )?.shown ?? null)
  const inOrder = events.toSorted((one, other) => one.at.getTime() - other.at.getTime())
  return inOrder.flatMap((event, place) => {
    const former = inOrder[place - 1]
    const [before, after] = [former ? shownAfter(former) : null, shownAfter(event)]
    return before?.number === after?.number ? [] : [{ ...event, before, after }]
  })
}
