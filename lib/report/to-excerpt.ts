import type { Score } from '@/lib/aivss/score'
import type { AssessmentDocument } from '@/lib/assessment/document'
import type { ExcerptWithoutEvidence, SummaryExcerpt } from '@/lib/assessment/excerpt'
import type { PublishedReport } from '@/lib/report/published-report'
import type { Sections } from '@/lib/report/sections'

/** With the score as the core computes it, which nobody may change. */
export type Excerpt = SummaryExcerpt | (Omit<ExcerptWithoutEvidence, 'score'> & { readonly score: Score })

/** Field by field, so that what a document may say one day is hidden until somebody decides to show it. */
export function toExcerpt(
  { document, score, number, publishedAt, byline }: PublishedReport,
  url: string,
  sections: Exclude<Sections, 'whole'>,
): Excerpt {
  const published = {
    revision: number,
    publishedAt: publishedAt.toISOString(),
    byline: byline === '' ? null : byline,
    url,
  }
  if (sections === 'summary') {
    const { name, kind = 'other', vendor, summary } = document
    const { severity } = score
    return { sections, name, kind, vendor, summary, score: score.score, severity, ...published }
  }
  return { sections, assessment: assessmentOf(document), score, ...published }
}

const assessmentOf = (document: AssessmentDocument) => ({
  name: document.name,
  kind: document.kind,
  vendor: document.vendor,
  description: document.description,
  links: document.links,
  tags: document.tags,
  summary: document.summary,
  formula: document.formula,
  factorSet: document.factorSet,
  cvss: document.cvss,
  threatMultiplier: document.threatMultiplier,
  mitigationFactor: document.mitigationFactor,
  factors: Object.fromEntries(
    Object.entries(document.factors).flatMap(([id, rated]) =>
      rated ? [[id, { value: rated.value, rationale: rated.rationale }]] : [],
    ),
  ),
  layers: document.layers,
})
