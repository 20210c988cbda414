import type { FactorView, LayerView, ReportView } from '@/lib/report/report-view'

/** The report as CommonMark with tables, made to be read in a pull request. */
export const reportMarkdown = (view: ReportView): string =>
  [
    `# ${escapeText(view.title)}`,
    `**${view.score} · ${view.severity}**: ${view.header.map(({ name, value }) => `${name} ${value}`).join(' · ')}`,
    escapeText(view.summary),
    `${escapeText(view.byline)} · ${view.day} · revision ${view.number} · [the report](${view.links.self})`,
    '## How the score comes about',
    `\`${view.equation.formula} = ${view.equation.numbers} = ${view.equation.exact} → ${view.score}\``,
    table(
      ['Step', 'Arithmetic', 'Result'],
      view.steps.map(({ label, expression, value }) => [label, `\`${expression}\``, String(value)]),
    ),
    ...view.inputs.map(({ symbol, name, value, origin, rationale }) =>
      escapeText(
        [`${symbol}, ${name} ${value}.`, origin, rationale].filter((part) => part !== null).join(' '),
      ),
    ),
    `Under the other formulas: ${view.others.map(({ title, score, severity }) => `${title} ${score} ${severity}`).join(', ')}.`,
    view.notices.map((message) => `- ${escapeText(message)}`).join('\n'),
    `## Ten agentic risk factors: ${view.factorSum} of 10`,
    table(['Factor', 'Rating', 'Why'], view.factors.map(factorCells)),
    '## Seven MAESTRO layers',
    ...view.layers.flatMap(layerParts),
    '## Method and provenance',
    `Scored with [${view.formula.title}](${view.links.formulaMethod}), \`${view.formula.equation}\`. The layers follow MAESTRO, the seven-layer framework of the Cloud Security Alliance and Ken Huang.`,
    `\`${view.vector}\``,
    escapeText(view.citation),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n')

const factorCells = ({ name, value, rationale, evidence }: FactorView): string[] => {
  const sources = evidence.map(({ text, url }) => escapeText(text) + (url === null ? '' : ` <${url}>`))
  return [name, value, [escapeText(rationale ?? ''), ...sources].join(' ').trim()]
}

/** A narrative is Markdown already and stands as it was written. */
const layerParts = ({ id, name, certaintyLabel, narrative }: LayerView): string[] => [
  `### ${id} ${name}`,
  `*${certaintyLabel}*`,
  narrative.trim(),
]

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n')

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s*\n\s*/g, ' ')

/** Plain text stays plain: what Markdown would read as a sign is escaped. */
const escapeText = (text: string): string => text.replace(/[\\`*_[\]<>#]/g, '\\$&')
