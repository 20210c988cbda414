import { scoreDocument } from '@/lib/assessment/score-document'
import { type DemoFile, readDemoFiles } from '@/lib/demo/files'
import { publicPlace } from '@/lib/report/addresses'
import type { PublishedReport } from '@/lib/report/published-report'
import type { ReportDetail } from '@/lib/report/report-detail'
import { type ReportView, reportView } from '@/lib/report/report-view'

export const PUBLIC_URL = 'https://scores.example.org'

export function publishedOf({ slug: _, ...file }: DemoFile): PublishedReport {
  const score = scoreDocument(file.document)
  const { publishedAt, note } = file
  const line = { number: 1, publishedAt, note, score: score.score, severity: score.severity }
  return { ...file, score, number: 1, publisher: 'A team', revisions: [line] }
}

export const demoViews = (): readonly { readonly slug: string; readonly view: ReportView }[] =>
  readDemoFiles().map((file) => ({
    slug: file.slug,
    view: reportView(publishedOf(file), PUBLIC_URL, publicPlace(file.slug)),
  }))

/** The first demo report with something else in it; `narrative` writes those of all layers anew. */
export function changedView(changes: Partial<ReportView>, narrative?: () => string): ReportView {
  const [first] = demoViews()
  if (!first) throw new Error('The demo library is empty')
  const { detail } = first.view
  const layers =
    detail?.layers.map((layer) => ({ ...layer, narrative: narrative?.() ?? layer.narrative })) ?? []
  return { ...first.view, detail: detail && { ...detail, layers }, ...changes }
}

/** Every text of a view in the order in which it is read. */
export function wordsOf(view: ReportView): readonly string[] {
  const { detail } = view
  return [
    view.kind,
    view.name,
    view.byline,
    view.day,
    view.score,
    view.severity,
    ...(detail?.header ?? []).flatMap(({ name, value }) => [name, value]),
    view.summary,
    ...(detail ? detailWords(detail, view.score) : []),
    'Method and provenance',
    ...(view.description === null ? [] : [view.description]),
    ...(detail ? [detail.vector] : []),
    view.citation,
    ...view.revisions.flatMap(({ number, day, note }) => [`Revision ${number}`, day, note]),
    `Published by ${view.publisher}.`,
  ]
}

const detailWords = (detail: ReportDetail, score: string): readonly string[] => [
  'How the score comes about',
  detail.equation.formula,
  detail.equation.numbers,
  detail.equation.exact,
  score,
  ...detail.steps.flatMap(({ label, expression, value }) => [label, expression, String(value)]),
  ...detail.inputs.flatMap(({ symbol, name, value, origin, rationale }) => [
    `${symbol} ${name}`,
    value,
    origin ?? '',
    rationale ?? '',
  ]),
  ...detail.others.flatMap(({ title, score, severity }) => [title, score, severity]),
  ...detail.notices,
  'Ten agentic risk factors',
  `add up to ${detail.factorSum} of 10.`,
  ...detail.factors.flatMap(({ name, value, rationale, evidence }) => [
    name,
    value,
    rationale ?? '',
    ...evidence.map(({ text }) => text),
  ]),
  'Seven MAESTRO layers',
  ...detail.layers.flatMap(({ id, name, certaintyLabel }) => [id, name, certaintyLabel]),
  ...detail.layers.flatMap(({ id, name, certaintyLabel, narrative }) => [
    id,
    name,
    certaintyLabel,
    ...narrative.split(/[*`_]|\n- /),
  ]),
]
