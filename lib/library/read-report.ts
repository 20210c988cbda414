import type { Score } from '@/lib/aivss/score'
import type { AssessmentDocument } from '@/lib/assessment/document'
import { scoreDocument } from '@/lib/assessment/score-document'
import { severitySchema } from '@/lib/assessment/severity'
import { parseDocument } from '@/lib/assessment/versions'
import { bug } from '@/lib/base/assert'
import { database } from '@/lib/db/client'
import type { PublishedReport } from '@/lib/report/published-report'

type Asked = Pick<PublishedReport, 'publisher' | 'number'> & { readonly agentId: string }

/** A revision as a report; null for one that does not exist or was withdrawn. Who may read it was asked before. */
export async function readReport({ publisher, agentId, number }: Asked): Promise<PublishedReport | null> {
  const published = { agentId, withdrawnAt: null }
  const [revision, revisions] = await Promise.all([
    database().revision.findFirst({ where: { ...published, number } }),
    database().revision.findMany({
      where: published,
      orderBy: { number: 'desc' },
      take: REVISIONS_SHOWN_MAX,
      select: { number: true, publishedAt: true, note: true, scoreTenths: true, severity: true },
    }),
  ])
  if (!revision) return null
  return {
    ...reportOf(publisher, revision),
    revisions: revisions.map(({ scoreTenths, severity, ...line }) => ({
      ...line,
      score: scoreTenths / 10,
      severity: severitySchema.parse(severity),
    })),
  }
}

/** A published revision as it is stored. */
export type StoredRevision = Pick<PublishedReport, 'number' | 'note' | 'byline' | 'publishedAt'> & {
  readonly document: unknown
  readonly scoreTenths: number
  readonly severity: string
}

/** The report that one revision is, without a word of any other. */
export function reportOf(publisher: string, revision: StoredRevision): PublishedReport {
  const document = readDocument(revision.document)
  const { number, note, byline, publishedAt } = revision
  const score = scoreAsPublished(document, revision)
  return { publisher, document, score, number, note, byline, publishedAt, revisions: [] }
}

const REVISIONS_SHOWN_MAX = 100

/** Stored JSON is parsed on the way out too: what no longer fits is a bug to be found, not a page to be guessed. */
function readDocument(stored: unknown): AssessmentDocument {
  const parsed = parseDocument(stored)
  return parsed.ok ? parsed.value : bug(`A stored document does not fit: ${JSON.stringify(parsed.error)}`)
}

/**
 * Formulas never change, so the score is computed anew and may explain itself better than when it was published; the
 * number itself has to be the one that people have quoted.
 */
function scoreAsPublished(
  document: AssessmentDocument,
  published: { readonly scoreTenths: number; readonly severity: string },
): Score {
  const score = scoreDocument(document)
  const isTheSame =
    Math.round(score.score * 10) === published.scoreTenths && score.severity === published.severity
  return isTheSame ? score : bug(`A published ${published.scoreTenths} is now computed as ${score.score}`)
}
