import { AlignedTable, Cell, Row } from '@/components/compare/aligned-table'
import { ColumnHead } from '@/components/compare/column-head'
import type { Place } from '@/components/compare/place'
import { SeverityChip } from '@/components/marks/severity'
import { Fold } from '@/components/ui/fold'
import type { AgentHead, HeadFigure, ScoreFigure } from '@/lib/compare/agent-head'
import type { ComparisonView } from '@/lib/compare/comparison-view'
import { NO_SCORE, NOTICES_HEADING, noticeWords } from '@/lib/compare/wording'

const SHOWN_ON_A_PHONE = 2

/** The score of each agent and what it is made of. */
export function Scores({ view, place }: { view: ComparisonView; place: Place }) {
  const { agents, standing } = view
  return (
    <>
      {agents.length > SHOWN_ON_A_PHONE && (
        <p className="mb-2 text-xs text-ink-soft sm:hidden print:hidden">
          {agents.length} agents: swipe a table sideways to see all of them.
        </p>
      )}
      <AlignedTable
        label="Scores and what they are made of"
        corner="Agent"
        agents={agents}
        heads={agents.map((agent) => <ColumnHead key={agent.key} agent={agent} place={place} />)}
      >
        <Row name="Score">
          {agents.map(({ key, score, missing }) => (
            <Cell key={key}>
              {score === null ? <NoScore missing={missing} /> : <Figure score={score} isLarge />}
            </Cell>
          ))}
        </Row>
        <Row name="Formula">
          {agents.map(({ key, formula, factorSet }) => (
            <Cell key={key}>
              <span className="text-xs">
                {formula.title}, {factorSet.name}
              </span>
            </Cell>
          ))}
        </Row>
        {!standing.isTheirOwn && (
          <Row name={`Under ${standing.formula.title}`} note="The same inputs">
            {agents.map(({ key }, column) => {
              const score = standing.scores[column] ?? null
              return (
                <Cell key={key}>
                  {score === null ? '–' : <Figure score={score} />}
                  {score?.assumption && (
                    <span className="mt-1 block text-xs text-ink-soft">{score.assumption}</span>
                  )}
                </Cell>
              )
            })}
          </Row>
        )}
        <Figures agents={agents} />
        {agents.some(({ notices }) => notices.length > 0) && (
          <Row name="Notices">
            {agents.map(({ key, notices }) => (
              <Cell key={key}>
                <ul className="space-y-0.5 text-xs text-medium-mark">
                  {notices.map(({ label }) => (
                    <li key={label}>{label}</li>
                  ))}
                </ul>
              </Cell>
            ))}
          </Row>
        )}
      </AlignedTable>
      <Notices notices={noticeWords(agents)} />
    </>
  )
}

const Notices = ({ notices }: { notices: readonly string[] }) =>
  notices.length === 0 ? null : (
    <div data-unfolded-on-paper>
      <Fold summary={NOTICES_HEADING} className="mt-3">
        <ul className="prose mt-2 list-disc space-y-1 pl-5 text-sm text-ink-soft">
          {notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      </Fold>
    </div>
  )

/** What the formula and the set make of the ratings: of two formulas or sets nothing in such a row is the highest. */
const OF_THE_WAY: readonly HeadFigure['id'][] = ['aars', 'factorSum']

function Figures({ agents }: { agents: readonly AgentHead[] }) {
  const isOneWay = new Set(agents.map(({ formula, factorSet }) => `${formula.id} ${factorSet.id}`)).size === 1
  return agents[0]?.figures.map(({ id, name }, row) => {
    const values = agents.flatMap(({ figures }) => figures[row]?.value ?? [])
    const highest = Math.max(...values)
    const isRanked =
      values.length > 1 && highest > Math.min(...values) && (isOneWay || !OF_THE_WAY.includes(id))
    return (
      <Row key={id} name={name}>
        {agents.map(({ key, figures }) => {
          const figure = figures[row]
          return (
            <Cell key={key} isHighest={isRanked && figure?.value === highest}>
              <span className={figure?.value === null ? 'text-xs text-ink-soft' : 'figures'}>
                {figure?.text}
              </span>
            </Cell>
          )
        })}
      </Row>
    )
  })
}

/** A number never stands without its word. */
export const Figure = ({ score, isLarge = false }: { score: ScoreFigure; isLarge?: boolean }) => (
  <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
    <span className={`figures font-semibold ${isLarge ? 'text-lg' : ''}`}>{score.text}</span>
    <SeverityChip severity={score.severity} />
  </span>
)

const NoScore = ({ missing }: { missing: readonly string[] }) => (
  <>
    <span className="text-ink-soft">{NO_SCORE}</span>
    <span className="mt-1 block text-xs text-ink-soft">
      {missing.length === 1 ? 'One thing is' : `${missing.length} things are`} missing.
    </span>
  </>
)
