import { detailParts } from '@/lib/report/markdown-detail'
import { table } from '@/lib/report/markdown-table'
import { escapeInline, escapeLine } from '@/lib/report/markdown-text'
import type { ReportView, RevisionView } from '@/lib/report/report-view'
import { SECTIONS_TEXTS } from '@/lib/report/sections'

/** The report as CommonMark with tables, made to be read in a pull request: what its page says, in the same order. */
export const reportMarkdown = (view: ReportView): string =>
  [...headParts(view), ...(view.detail ? detailParts(view.detail, view.score) : []), ...provenanceParts(view)]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n')

const headParts = (view: ReportView): readonly string[] => [
  `# ${escapeLine(view.title)}`,
  [view.kind, ...(view.vendor === null ? [] : [escapeLine(view.vendor)])].join(' · '),
  [
    escapeLine(view.byline),
    view.day,
    `Revision ${view.number}`,
    ...(view.sections === 'whole' ? [] : [SECTIONS_TEXTS[view.sections]]),
    `[The report](${view.links.self})`,
  ].join(' · '),
  resultOf(view),
  escapeLine(view.summary),
]

const resultOf = ({ score, severity, detail }: ReportView): string => {
  const result = `**${score} · ${severity}**`
  return detail
    ? table(
        ['Score', ...detail.header.map(({ name }) => name)],
        [[result, ...detail.header.map(({ value }) => value)]],
      )
    : result
}

const provenanceParts = (view: ReportView): readonly string[] => {
  const { description, detail, revisions } = view
  return [
    '## Method and provenance',
    methodOf(view),
    ...(description === null ? [] : ['### The system', escapeLine(description)]),
    ...(detail ? ['### Vector', `\`${detail.vector}\``] : []),
    '### How to cite',
    escapeLine(view.citation),
    ...(revisions.length === 0 ? [] : ['### Revisions', revisions.map(revisionLine(view)).join('\n')]),
    [twinsOf(view), `Published by ${escapeLine(view.publisher)}.`].filter((part) => part !== '').join(' '),
  ]
}

const methodOf = ({ detail, links }: ReportView): string =>
  [
    detail
      ? `Scored by Fullscore with [${detail.formula.title}](${links.formulaMethod}), \`${detail.formula.equation}\`, of`
      : `Scored by Fullscore with [AIVSS](${links.formulaMethod}),`,
    "the OWASP AI Vulnerability Scoring System. The ratings are an author's estimate from what is public about the system;",
    `the arithmetic is computed${detail ? ' and can be repeated from the vector below' : ''}. The layers follow`,
    `[MAESTRO](${links.method}), the seven-layer threat modelling framework of the Cloud Security Alliance and Ken Huang.`,
  ].join(' ')

const revisionLine =
  ({ links }: ReportView) =>
  ({ number, day, score, severity, note }: RevisionView): string =>
    `- [Revision ${number}](${links.revision(number)}), ${day}: ${score} ${severity}${note === '' ? '' : `. ${inline(note)}`}`

const inline = (text: string): string => escapeInline(text.trim().replace(/\s*\n\s*/g, ' '))

const twinsOf = ({ links: { twins } }: ReportView): string =>
  twins
    ? `This report to keep: [PDF](${twins.pdf}), [HTML](${twins.html}), [Markdown](${twins.markdown}), [JSON](${twins.json}).`
    : ''
