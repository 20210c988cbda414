import type { Score } from '@/lib/aivss/score'
import type { Severity } from '@/lib/aivss/severity'
import type { AssessmentDocument } from '@/lib/assessment/document'

/** A published revision of a listed agent: everything that its page, its twins and its badge may show. */
export type PublishedReport = {
  readonly slug: string
  /** The public name of the workspace. */
  readonly publisher: string
  readonly document: AssessmentDocument
  readonly score: Score
  readonly number: number
  readonly note: string
  readonly byline: string
  readonly publishedAt: Date
  /** Every published revision, newest first; withdrawn ones are not among them. */
  readonly revisions: readonly RevisionLine[]
}

export type RevisionLine = {
  readonly number: number
  readonly publishedAt: Date
  readonly note: string
  readonly score: number
  readonly severity: Severity
}
