import { AgentColumns, Frame } from '@/components/comparison-document/frame'
import { RatingBar } from '@/components/marks/rating-bar'
import type { ComparisonView } from '@/lib/compare/comparison-view'
import type { FactorCell, FactorRow } from '@/lib/compare/factor-rows'
import { COMPARISON_HEADINGS, FACTORS_LEAD, sameFactorsWords } from '@/lib/compare/wording'

export function Factors({ view }: { view: ComparisonView }) {
  return (
    <section aria-labelledby="factors">
      <h2 id="factors">{COMPARISON_HEADINGS.factors}</h2>
      <p className="lead">
        {FACTORS_LEAD}
        {view.sameFactors > 0 && ` ${sameFactorsWords(view.sameFactors)}`}
      </p>
      <Frame label="Ratings of each agent">
        <AgentColumns view={view} first="Factor" />
        <tbody>
          {view.factors.map((row) => (
            <Row key={row.id} row={row} view={view} />
          ))}
        </tbody>
      </Frame>
    </section>
  )
}

const Row = ({ row, view }: { row: FactorRow; view: ComparisonView }) => (
  <tr className={row.differs ? undefined : 'equal'}>
    <th scope="row">
      {row.name}
      <span className="sub">{row.spread ? `Spread ${row.spread.text}` : 'Not compared'}</span>
    </th>
    {row.cells.map((cell, place) => (
      <td key={view.agents[place]?.key} className={cell.isHighest ? 'highest' : undefined}>
        <Rating cell={cell} />
      </td>
    ))}
  </tr>
)

const Rating = ({ cell: { text, hundredths, isHighest } }: { cell: FactorCell }) => (
  <>
    {text}
    {isHighest && <span title="The highest of the row"> ▲</span>}
    {hundredths !== null && <RatingBar hundredths={hundredths} className="bar" track="track" tick="tick" />}
  </>
)
