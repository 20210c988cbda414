'use client'

import { type ServerScore, ServerScoreLine } from '@/components/calculator/server-score'
import { ScoreFigure, SeverityChip } from '@/components/marks/severity'
import type { Formula } from '@/lib/aivss/formulas'
import { FORMULAS, formulaOf } from '@/lib/aivss/formulas'
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
          <SideBySide score={result.value} />
          <Steps score={result.value} />
          {result.value.notices.length > 0 && <Notices score={result.value} />}
          <p className="mt-6 text-xs text-ink-soft">Vector</p>
          <p className="figures text-xs break-all">{result.value.vector}</p>
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

function SideBySide({ score }: { score: Score }) {
  const brief = { ...score.others, [score.formula]: score }
  return (
    <table className="mt-5 w-full text-sm">
      <caption className="mb-1 text-left text-xs text-ink-soft">The three formulas side by side</caption>
      <tbody>
        {FORMULAS.map(({ id, title, status }) => (
          <tr key={id} className="border-t border-line">
            <th scope="row" className="py-1.5 text-left font-normal">
              {title}
              {status !== 'current' && <span className="text-xs text-ink-soft"> {status}</span>}
            </th>
            <td className="figures text-right font-semibold">{brief[id]?.score.toFixed(1)}</td>
            <td className="w-24 pl-3">{brief[id] && <SeverityChip severity={brief[id].severity} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Steps({ score }: { score: Score }) {
  return (
    <div className="mt-6">
      <h3 className="text-sm font-semibold">Derivation</h3>
      <p className="figures text-xs text-ink-soft">{formulaOf(score.formula).equation}</p>
      <ol className="mt-2 space-y-2 text-xs">
        {score.steps.map(({ label, expression, value }) => (
          <li key={label} className="grid grid-cols-[1fr_auto] gap-x-3 border-t border-line pt-1.5">
            <span className="text-ink-soft">{label}</span>
            <span className="figures font-semibold">{value}</span>
            <span className="figures col-span-2">{expression}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}

function Notices({ score }: { score: Score }) {
  return (
    <ul
      aria-label="Notices"
      className="mt-6 space-y-2 border-l-3 border-medium-mark pl-3 text-xs text-ink-soft"
    >
      {score.notices.map(({ code, message }) => (
        <li key={code}>{message}</li>
      ))}
    </ul>
  )
}
