import type { AgentHead } from '@/lib/compare/agent-head'
import type { ComparisonView } from '@/lib/compare/comparison-view'
import type { Standing } from '@/lib/compare/standing'
import { messagesOf, NO_SCORE } from '@/lib/compare/wording'
import { CSV_MARK, csvLine } from '@/lib/exchange/csv'

type Cell = string | number

/**
 * The figures of a comparison as one table for a spreadsheet: a column for each agent, and the spread of the factors at
 * the end. What is not there is said in words, so that no sum takes it for 0.
 */
export const comparisonCsv = (view: ComparisonView): string =>
  CSV_MARK +
  [
    ['', ...view.agents.map(({ name }) => name), 'Spread'],
    ...headRows(view.agents),
    ...[view.standing, ...view.otherStandings].flatMap(standingRows),
    ['Notices', ...view.agents.map((agent) => messagesOf(agent).join(' ')), ''],
    ...view.factors.map(({ name, cells, spread }) => [
      name,
      ...cells.map(({ hundredths, text }) => (hundredths === null ? text : hundredths / 100)),
      spread === null ? '' : spread.hundredths / 100,
    ]),
    ...view.layers.map(({ id, name, cells }) => [
      `${id} ${name}: certainty`,
      ...cells.map(({ text }) => text),
      '',
    ]),
    // A table has no room beside it for what a reader should know, and so it stands in the first column of an agent.
    ...view.cautions.map((caution) => ['Caution', caution, ...view.agents.slice(1).map(() => ''), '']),
  ]
    .map(csvLine)
    .join('')

const headRows = (agents: readonly AgentHead[]): readonly (readonly Cell[])[] => {
  const row = (name: string, cellOf: (agent: AgentHead) => Cell): readonly Cell[] => [
    name,
    ...agents.map(cellOf),
    '',
  ]
  return [
    row('Address', ({ href }) => href ?? ''),
    row('Revision', ({ source }) => source.label),
    row('Kind', ({ kind }) => kind),
    row('Vendor', ({ vendor }) => vendor ?? ''),
    row('Formula', ({ formula }) => formula.title),
    row('Factor set', ({ factorSet }) => factorSet.name),
    ...(agents[0]?.figures ?? []).map(({ name }, place) =>
      row(name, ({ figures }) => figures[place]?.value ?? figures[place]?.text ?? ''),
    ),
    row('Score', ({ score }) => score?.value ?? NO_SCORE),
    row('Severity', ({ score }) => score?.severity ?? NO_SCORE),
  ]
}

const standingRows = ({ formula, scores }: Standing): readonly (readonly Cell[])[] => [
  [`Score under ${formula.title}`, ...scores.map((score) => score?.value ?? NO_SCORE), ''],
  [`Severity under ${formula.title}`, ...scores.map((score) => score?.severity ?? NO_SCORE), ''],
  ...(scores.some((score) => score?.assumption)
    ? [[`Taken for granted under ${formula.title}`, ...scores.map((score) => score?.assumption ?? ''), '']]
    : []),
]
