import type { AgentHead, ScoreFigure } from '@/lib/compare/agent-head'
import type { ComparisonView } from '@/lib/compare/comparison-view'
import type { Standing } from '@/lib/compare/standing'
import {
  COMPARISON_HEADINGS,
  lackingWords,
  NO_SCORE,
  NOTICES_HEADING,
  noticeWords,
} from '@/lib/compare/wording'
import { lineOf, span } from '@/lib/press/blocks'
import { drawSeverity, SEVERITY_HEIGHT } from '@/lib/press/figures'
import type { Slice } from '@/lib/press/flow'
import { agentColumns } from '@/lib/press/parts/comparison/agent-columns'
import { section, subsection } from '@/lib/press/parts/section'
import { bulleted } from '@/lib/press/prose'
import type { Sheet } from '@/lib/press/sheet'
import { baselineIn, STYLES, type Style } from '@/lib/press/style'
import { type Cell, table, textCell } from '@/lib/press/table'
import { LIGHT } from '@/lib/theme/palette'

/** The score of each agent and what it is made of. */
export function* scores(sheet: Sheet, view: ComparisonView): Generator<Slice> {
  const { agents } = view
  const part = section(sheet, COMPARISON_HEADINGS.scores)
  const columns = agentColumns(sheet.grid, agents, ['', ''], true).slice(0, -1)
  const listed = (title: string, lines: readonly string[]) =>
    lines.length === 0
      ? []
      : subsection(part, title, (element) =>
          bulleted(
            sheet,
            element,
            lines.map((line) => [span(line, STYLES.body)]),
            STYLES.body,
            sheet.grid.column,
          ),
        )
  yield* part.heading
  yield* table(sheet, part.element, columns, rowsOf(sheet, view), {
    gap: 5,
    above: 3,
    below: 3,
    head: STYLES.heading,
  })
  yield* listed('Drafts', agents.flatMap(lackingWords))
  yield* listed(NOTICES_HEADING, noticeWords(agents))
}

const rowsOf = (sheet: Sheet, view: ComparisonView): readonly (readonly Cell[])[] => {
  const { agents, standing, otherStandings } = view
  const row = (name: string, textOf: (agent: AgentHead) => string) => [
    textCell(sheet, name, STYLES.heading),
    ...agents.map((agent) => textCell(sheet, textOf(agent), STYLES.body)),
  ]
  return [
    [
      textCell(sheet, 'Score', STYLES.heading),
      ...agents.map(({ score }) =>
        score === null ? textCell(sheet, NO_SCORE, STYLES.body) : scoreCell(sheet, score),
      ),
    ],
    row('Formula', ({ formula }) => formula.title),
    ...(standing.isTheirOwn ? [] : [underRow(sheet, standing)]),
    ...(agents[0]?.figures ?? []).map(({ name }, place) =>
      row(name, ({ figures }) => figures[place]?.text ?? ''),
    ),
    ...otherStandings.map((other) => underRow(sheet, other)),
    row('Factor set', ({ factorSet }) => factorSet.name),
    row('Revision', ({ source }) => source.label),
    row('Kind', ({ kind, vendor }) => [kind, ...(vendor === null ? [] : [vendor])].join(' · ')),
  ]
}

const NUMBER: Style = { ...STYLES.score, size: 17, leading: 21 }

function scoreCell(sheet: Sheet, { text, severity }: ScoreFigure): Cell {
  const number = lineOf(text, { ...NUMBER, colour: LIGHT.severity[severity].mark })
  return (element, { measure: { x } }) => [
    { height: NUMBER.leading, draw: (y) => sheet.line(element, number, x, y + baselineIn(NUMBER)) },
    {
      height: SEVERITY_HEIGHT,
      gap: 2,
      draw: (y) => {
        drawSeverity(sheet, element, x, y, severity)
        element.end()
      },
    },
  ]
}

/** What another formula makes of the same inputs. */
const underRow = (sheet: Sheet, { formula, scores }: Standing): readonly Cell[] => [
  textCell(
    sheet,
    [span(`Under ${formula.title}`, STYLES.heading), span('\nThe same inputs', STYLES.small)],
    STYLES.heading,
  ),
  ...scores.map((score) =>
    score === null
      ? textCell(sheet, NO_SCORE, STYLES.body)
      : textCell(
          sheet,
          [
            span(score.text, STYLES.body, { face: 'sans-600' }),
            span(` ${score.severity}`, STYLES.body),
            ...(score.assumption === null ? [] : [span(`\n${score.assumption}`, STYLES.small)]),
          ],
          STYLES.body,
        ),
  ),
]
