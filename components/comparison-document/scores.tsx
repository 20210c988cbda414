import { AgentColumns, Frame } from '@/components/comparison-document/frame'
import { SeverityMark } from '@/components/marks/severity'
import type { ScoreFigure } from '@/lib/compare/agent-head'
import type { ComparisonView } from '@/lib/compare/comparison-view'
import type { PriorityGroup } from '@/lib/compare/standing'
import {
  NO_BAND,
  NO_SCORE,
  NOTICES_HEADING,
  noticeWords,
  priorityHeading,
  standingLead,
} from '@/lib/compare/wording'

/** What comes first, and the figures behind it. */
export function Scores({ view }: { view: ComparisonView }) {
  const { standing, otherStandings, agents } = view
  const [first] = agents
  return (
    <section aria-labelledby="scores">
      <h2 id="scores">{priorityHeading(standing)}</h2>
      {view.cautions.map((caution) => (
        <p key={caution} className="lead">
          {caution}
        </p>
      ))}
      <p className="lead">{standingLead(standing)}</p>
      <ul className="others">
        {standing.groups.map((group) => (
          <Group key={group.severity} group={group} />
        ))}
      </ul>
      {agents.some(({ score }) => score === null) && <p className="lead">{NO_BAND}</p>}
      <Frame label="Scores of each agent">
        <AgentColumns view={view} first="Agent" />
        <tbody>
          <tr>
            <th scope="row">Score, each under its own formula</th>
            {agents.map(({ key, score, missing }) => (
              <td key={key}>
                {score ? <Figure figure={score} /> : `${NO_SCORE}: it lacks ${missing.join(', ')}.`}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">Formula</th>
            {agents.map(({ key, formula }) => (
              <td key={key}>{formula.title}</td>
            ))}
          </tr>
          {first?.figures.map(({ id, name }, place) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {agents.map(({ key, figures }) => (
                <td key={key}>{figures[place]?.text}</td>
              ))}
            </tr>
          ))}
          {(view.cautions.length > 0 ? [standing, ...otherStandings] : otherStandings).map(
            ({ formula, scores }) => (
              <tr key={formula.id}>
                <th scope="row">Under {formula.title}</th>
                {scores.map((figure, place) => (
                  <td key={agents[place]?.key}>
                    {figure ? `${figure.text} ${figure.severity}` : NO_SCORE}
                    {figure?.assumption && <span className="sub">{figure.assumption}</span>}
                  </td>
                ))}
              </tr>
            ),
          )}
        </tbody>
      </Frame>
      <Notices notices={noticeWords(agents)} />
    </section>
  )
}

const Group = ({ group: { priority, difference } }: { group: PriorityGroup }) => (
  <li>
    <b>{priority}</b> {difference}
  </li>
)

const Notices = ({ notices }: { notices: readonly string[] }) =>
  notices.length === 0 ? null : (
    <>
      <h3>{NOTICES_HEADING}</h3>
      <ul className="others">
        {notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
    </>
  )

const Figure = ({ figure: { text, severity } }: { figure: ScoreFigure }) => (
  <p className={`score ${severity.toLowerCase()}`}>
    <b>{text}</b>
    <span>
      <SeverityMark severity={severity} />
      {severity}
    </span>
  </p>
)
