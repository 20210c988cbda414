import { CERTAINTY_TEXTS } from '@/lib/maestro/certainty'
import { table } from '@/lib/report/markdown-table'
import { escapeInline, escapeLine } from '@/lib/report/markdown-text'
import { parseProse } from '@/lib/report/prose'
import { linkMarkdown } from '@/lib/report/prose-inline-markdown'
import { proseMarkdown } from '@/lib/report/prose-markdown'
import type { FactorView, InputView, LayerView, ReportDetail } from '@/lib/report/report-detail'
import { HEADINGS } from '@/lib/report/wording'

/** What stands behind a score, in the order of the page. */
export const detailParts = (detail: ReportDetail, score: string): readonly string[] => [
  ...derivationParts(detail, score),
  ...factorParts(detail),
  ...layersParts(detail.layers),
]

const derivationParts = (detail: ReportDetail, score: string): readonly string[] => [
  `## ${HEADINGS.derivation}`,
  `\`${detail.equation.formula} = ${detail.equation.numbers} = ${detail.equation.exact} → ${score}\``,
  table(
    ['Step', 'Arithmetic', 'Result'],
    detail.steps.map(({ label, expression, value }) => [label, `\`${expression}\``, String(value)]),
  ),
  detail.inputs.map(inputLine).join('\n'),
  `### ${HEADINGS.others}`,
  detail.others.map(({ title, score, severity }) => `- ${title}: **${score}** ${severity}`).join('\n'),
  ...(detail.notices.length === 0
    ? []
    : [`### ${HEADINGS.notices}`, detail.notices.map((message) => `- ${escapeLine(message)}`).join('\n')]),
]

const inputLine = ({ symbol, name, value, origin, rationale }: InputView): string =>
  [
    `- *${symbol}* ${name} **${value}**`,
    ...[origin, rationale].flatMap((text) => (text === null ? [] : [escapeLine(text)])),
  ].join(' ')

const factorParts = ({ factors, factorSum }: ReportDetail): readonly string[] => {
  const shown = factors.filter(({ evidence }) => evidence.length > 0)
  return [
    `## ${HEADINGS.factors}`,
    `Each is rated from 0.00 to 1.00, where 0.50 is the middle of the published rubric. They add up to **${factorSum}** of 10.`,
    table(
      ['Factor', 'Rating', 'Why'],
      factors.map(({ name, value, rationale }) => [name, value, escapeInline(rationale ?? '')]),
    ),
    // Below the table, because a cell cannot hold a list.
    ...(shown.length === 0 ? [] : ['### Evidence', shown.map(evidenceItem).join('\n')]),
  ]
}

const evidenceItem = ({ name, evidence }: FactorView): string =>
  [
    `- **${name}**`,
    ...evidence.map(({ text, url }) =>
      [
        `  - ${escapeLine(text)}`,
        ...(url === null ? [] : [linkMarkdown(url, [{ type: 'text', text: url }])]),
      ].join(' '),
    ),
  ].join('\n')

const layersParts = (layers: readonly LayerView[]): readonly string[] => [
  `## ${HEADINGS.layers}`,
  table(
    ['Layer', 'Certainty'],
    layers.map(({ id, name, certaintyLabel }) => [`${id} ${name}`, certaintyLabel]),
  ),
  Object.values(CERTAINTY_TEXTS)
    .map(({ label, explanation }) => `- **${label}**: ${explanation}`)
    .join('\n'),
  ...layers.flatMap(layerParts),
]

/** A narrative is written anew from what it was read as, so that it cannot leave its place. */
const layerParts = ({ id, name, certaintyLabel, narrative }: LayerView): readonly string[] => [
  `### ${id} ${name}`,
  `*${certaintyLabel}*`,
  proseMarkdown(parseProse(narrative)),
]
