import { SeverityChip } from '@/components/marks/severity'
import { FORMULAS, formulaOf } from '@/lib/aivss/formulas'
import type { Score } from '@/lib/aivss/score'

/** Everything that explains a score: the other formulas, the arithmetic, what a reader should know, the vector. */
export function ScoreDetails({ score }: { score: Score }) {
  return (
    <>
      <SideBySide score={score} />
      <Steps score={score} />
      {score.notices.length > 0 && <Notices score={score} />}
      <p className="mt-6 text-xs text-ink-soft">Vector</p>
      <p className="figures text-xs break-all">{score.vector}</p>
    </>
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
