import { escapeInline, escapeLine } from '@/lib/report/markdown-text'
import { parseProse } from '@/lib/report/prose'
import { linkMarkdown } from '@/lib/report/prose-inline-markdown'
import { proseMarkdown } from '@/lib/report/prose-markdown'
import type { FactorView, LayerView, ReportDetail } from '@/lib/report/report-detail'
import type { ReportView } from '@/lib/report/report-view'

/** The report as CommonMark with tables, made to be read in a pull request. */
export const reportMarkdown = (view: ReportView): string =>
  [
    `# ${escapeLine(view.title)}`,
    `**${view.score} · ${view.severity}**${view.detail ? `: ${view.detail.header.map(({ name, value }) => `${name} ${value}`).join(' · ')}` : ''}`,
    escapeLine(view.summary),
    `${escapeLine(view.byline)} · ${view.day} · revision ${view.number} · [the report](${view.links.self})`,
    ...(view.detail ? detailParts(view.detail, view) : []),
    '## Method and provenance',
    provenance(view),
    ...(view.detail ? [`\`${view.detail.vector}\``] : []),
    escapeLine(view.citation),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n')

const detailParts = (detail: ReportDetail, { score }: ReportView): string[] => [
  '## How the score comes about',
  `\`${detail.equation.formula} = ${detail.equation.numbers} = ${detail.equation.exact} → ${score}\``,
  table(
    ['Step', 'Arithmetic', 'Result'],
    detail.steps.map(({ label, expression, value }) => [label, `\`${expression}\``, String(value)]),
  ),
  ...detail.inputs.map(({ symbol, name, value, origin, rationale }) =>
    escapeLine([`${symbol}, ${name} ${value}.`, origin, rationale].filter((part) => part !== null).join(' ')),
  ),
  `Under the other formulas: ${detail.others.map(({ title, score, severity }) => `${title} ${score} ${severity}`).join(', ')}.`,
  detail.notices.map((message) => `- ${escapeLine(message)}`).join('\n'),
  `## Ten agentic risk factors: ${detail.factorSum} of 10`,
  table(['Factor', 'Rating', 'Why'], detail.factors.map(factorCells)),
  '## Seven MAESTRO layers',
  ...detail.layers.flatMap(layerParts),
]

const provenance = ({ detail, links }: ReportView): string => {
  const formula = detail
    ? `[${detail.formula.title}](${links.formulaMethod}), \`${detail.formula.equation}\``
    : `[OWASP AIVSS](${links.method})`
  return `Scored with ${formula}. The layers follow MAESTRO, the seven-layer framework of the Cloud Security Alliance and Ken Huang.`
}

const factorCells = ({ name, value, rationale, evidence }: FactorView): string[] => {
  const sources = evidence.map(
    ({ text, url }) =>
      escapeInline(text) + (url === null ? '' : ` ${linkMarkdown(url, [{ type: 'text', text: url }])}`),
  )
  return [name, value, [escapeInline(rationale ?? ''), ...sources].join(' ').trim()]
}

/** A narrative is written anew from what it was read as, so that it cannot leave its place. */
const layerParts = ({ id, name, certaintyLabel, narrative }: LayerView): string[] => [
  `### ${id} ${name}`,
  `*${certaintyLabel}*`,
  proseMarkdown(parseProse(narrative)),
]

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n')

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s*\n\s*/g, ' ')
