'use client'

import { type ServerScore, ServerScoreLine } from '@/components/calculator/server-score'
import { ScoreFigure } from '@/components/marks/severity'
import { ScoreDetails } from '@/components/rating/score-details'
import type { Formula } from '@/lib/aivss/formulas'
import type { Score } from '@/lib/aivss/score'
import type { Issue } from '@/lib/assessment/issues'
import type { Result } from '@/lib/base/result'

/** The score with its severity, every formula beside the others, and the arithmetic; it stays in view. */
export function Outcome({
  result,
  formula,
  server,
}: {
  result: Result<Score, readonly Issue[]>
  formula: Formula
  server: ServerScore
}) {
  return (
    <section aria-labelledby="outcome" className="min-w-0 md:sticky md:top-6 md:self-start">
      <h2 id="outcome" className="text-sm font-semibold">
        Score under {formula.title}
      </h2>
      <div className="mt-1 min-h-14" aria-live="polite" aria-atomic="true">
        {result.ok ? (
          <ScoreFigure score={result.value.score} severity={result.value.severity} size="large" />
        ) : (
          <p className="text-sm">No score yet: {result.error[0]?.message}</p>
        )}
      </div>
      {result.ok && (
        <>
          <ServerScoreLine server={server} shown={result.value} />
          <ScoreDetails score={result.value} />
        </>
      )}
    </section>
  )
}

/** On a phone the outcome stands below ten sliders; this keeps the figure in view while they move. */
export function ScoreBar({ result }: { result: Result<Score, readonly Issue[]> }) {
  return (
    <p className="sticky bottom-0 -mx-4 flex min-h-13 items-center justify-between gap-4 border-t border-line-strong bg-paper px-4 text-sm sm:-mx-6 sm:px-6 md:hidden">
      {result.ok ? (
        <ScoreFigure score={result.value.score} severity={result.value.severity} />
      ) : (
        'No score yet'
      )}
      <a href="#outcome">How it comes about</a>
    </p>
  )
}
