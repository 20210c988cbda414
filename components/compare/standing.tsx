import { AlignedTable, Cell, Row } from '@/components/compare/aligned-table'
import { Choices } from '@/components/compare/choices'
import { type Place, to } from '@/components/compare/place'
import { Figure } from '@/components/compare/scores'
import { SeverityChip } from '@/components/marks/severity'
import { Fold } from '@/components/ui/fold'
import { Notice } from '@/components/ui/notice'
import { FORMULAS } from '@/lib/aivss/formulas'
import type { ComparisonView } from '@/lib/compare/comparison-view'
import { COMPARISON_HEADINGS, NO_BAND, standingLead } from '@/lib/compare/wording'

/** Who comes first, by bands; a difference within a band is said after that they are equal. */
export function Standings({ view, place }: { view: ComparisonView; place: Place }) {
  const { standing, cautions, agents } = view
  return (
    <>
      {cautions.length > 0 && (
        <Notice title="These scores are not simply comparable">
          {cautions.map((caution) => (
            <p key={caution}>{caution}</p>
          ))}
        </Notice>
      )}
      <div className="mb-3 print:hidden">
        <Choices
          name="Formula"
          choices={FORMULAS.map(({ id, title }) => ({
            name: title,
            href: to(place, { formula: id }),
            isChosen: id === standing.formula.id,
          }))}
        />
      </div>
      <p className="text-sm text-ink-soft">{standingLead(standing)}</p>
      <ul className="mt-2 border-t border-line">
        {standing.groups.map(({ severity, priority, difference }) => (
          <li
            key={severity}
            className="grid items-baseline gap-x-4 gap-y-1 border-b border-line py-2.5 sm:grid-cols-[6rem_1fr]"
          >
            <span>
              <SeverityChip severity={severity} />
            </span>
            <p className="prose text-sm">
              <b className="font-semibold">{priority}</b>{' '}
              {difference !== null && <span className="text-ink-soft">{difference}</span>}
            </p>
          </li>
        ))}
      </ul>
      {agents.some(({ score }) => score === null) && <p className="mt-2 text-sm text-ink-soft">{NO_BAND}</p>}
    </>
  )
}

/** The same inputs under every other formula, for whoever asks what the formula alone makes of them. */
export const OtherFormulas = ({ view: { agents, otherStandings } }: { view: ComparisonView }) => (
  <Fold summary={COMPARISON_HEADINGS.others} className="mt-3">
    <div className="mt-2">
      <AlignedTable label="Scores under the other formulas" corner="Formula" agents={agents}>
        {otherStandings.map(({ formula, scores }) => (
          <Row key={formula.id} name={formula.title}>
            {scores.map((score, column) => (
              <Cell key={agents[column]?.key}>
                {score === null ? '–' : <Figure score={score} />}
                {score?.assumption && (
                  <span className="mt-1 block text-xs text-ink-soft">{score.assumption}</span>
                )}
              </Cell>
            ))}
          </Row>
        ))}
      </AlignedTable>
    </div>
  </Fold>
)
