'use client'

import { useEditor } from '@/components/editor/store'
import { usePreview } from '@/components/editor/use-preview'
import { ScoreDetails } from '@/components/rating/score-details'
import type { Score } from '@/lib/aivss/score'
import { isDirty } from '@/lib/editor/editor-state'

/** How the score comes about, and whether the server computes the same. */
export function ScoreSection() {
  const { result } = usePreview()
  return (
    <section aria-labelledby="derivation">
      <h2 id="derivation" className="text-lg" tabIndex={-1}>
        How the score comes about
      </h2>
      {result.ok ? (
        <>
          <ServerNotice shown={result.value} />
          <ScoreDetails score={result.value} />
        </>
      ) : (
        <p className="mt-2 text-sm text-ink-soft">
          A score needs a CVSS base and all ten factors; a missing one is never taken as 0.
        </p>
      )}
    </section>
  )
}

/** What counts is what the server computed from what it stored. */
function ServerNotice({ shown: { score, severity } }: { shown: Score }) {
  const stored = useEditor((state) => state.stored.score)
  const settled = useEditor((state) => !isDirty(state) && !state.isSaving)
  if (!settled) return <p className="min-h-[1.45em] text-xs text-ink-soft">Computed in this browser.</p>
  const agrees = stored?.score === score && stored.severity === severity
  return (
    <p className={`min-h-[1.45em] text-xs ${agrees ? 'text-ink-soft' : 'font-semibold text-high-mark'}`}>
      {agrees
        ? `The server computes the same: ${score.toFixed(1)} ${severity}.`
        : `The server computes ${stored ? `${stored.score.toFixed(1)} ${stored.severity}` : 'no score'}. Its figure counts; load the page again.`}
    </p>
  )
}
