import type { Score } from '@/lib/aivss/score'
import type { Severity } from '@/lib/aivss/severity'
import type { AssessmentDocument } from '@/lib/assessment/document'

/** A published revision: everything that any form of it may show. */
export type PublishedReport = {
  /** The public name of the workspace. */
  readonly publisher: string
  readonly document: AssessmentDocument
  readonly score: Score
  readonly number: number
  readonly note: string
  readonly byline: string
  readonly publishedAt: Date
  /** Every published revision that this reader may open, newest first; withdrawn ones are not among them. */
  readonly revisions: readonly RevisionLine[]
}

export type RevisionLine = {
  readonly number: number
  readonly publishedAt: Date
  readonly note: string
  readonly score: number
  readonly severity: Severity
}
