import { Begun } from '@/components/compare/begun'
import { Comparison } from '@/components/compare/comparison'
import { type Candidate, FindAgents } from '@/components/compare/find-agents'
import { LeftOut } from '@/components/site/left-out'
import type { Issue } from '@/lib/assessment/issues'
import { AGENTS_MIN } from '@/lib/compare/compared-agent'
import { comparisonTitle, withOwnNames } from '@/lib/compare/names'
import { present } from '@/lib/compare/present'
import type { Settled } from '@/lib/compare/settle'

/** A comparison with the way to choose its agents, wherever they come from. */
export function CompareBody({
  path,
  settled: { state, agents, refused },
  unread,
  candidates,
}: {
  path: string
  settled: Settled
  /** What of the address could not be read. */
  unread: readonly Issue[]
  candidates: readonly Candidate[] | null
}) {
  const place = { path, state }
  const isComparison = agents.length >= AGENTS_MIN
  return (
    <>
      <div className="mb-8 print:mb-0">
        <LeftOut refused={[...unread, ...refused]} />
        {!isComparison && <Begun place={place} agents={agents} />}
        <FindAgents place={place} candidates={candidates} />
      </div>
      {isComparison && <Comparison {...present(agents, state)} place={place} />}
    </>
  )
}

/** Whoever has chosen too few is shown some to begin with. */
export const asksForCandidates = ({ state, agents }: Settled): boolean =>
  state.find !== undefined || agents.length < AGENTS_MIN

export const titleOf = ({ agents }: Settled): string =>
  agents.length < AGENTS_MIN ? 'Compare' : comparisonTitle(withOwnNames(agents))
