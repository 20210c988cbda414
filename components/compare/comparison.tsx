import { Factors } from '@/components/compare/factors'
import { Layers } from '@/components/compare/layers'
import type { Place } from '@/components/compare/place'
import { Reach } from '@/components/compare/reach'
import { Scores } from '@/components/compare/scores'
import { OtherFormulas, Standings } from '@/components/compare/standing'
import { TakeAlong } from '@/components/compare/take-along'
import { Why } from '@/components/compare/why'
import type { ComparisonView } from '@/lib/compare/comparison-view'
import type { WhyView } from '@/lib/compare/why'

/** What comes first, why, where the difference lies, what is uncertain, and what would help; in this order. */
export function Comparison({
  view,
  why,
  place,
}: {
  view: ComparisonView
  why: WhyView | null
  place: Place
}) {
  return (
    <>
      <Standings view={view} place={place} />
      <div className="mt-8">
        <Scores view={view} place={place} />
      </div>
      <OtherFormulas view={view} />
      {why !== null && <Why view={view} why={why} place={place} />}
      <Factors view={view} place={place} />
      <Layers view={view} />
      <Reach view={view} place={place} />
      <TakeAlong place={place} />
    </>
  )
}
