import { z } from 'zod'
import type { Score } from '@/lib/aivss/score'
import type { AssessmentDocument } from '@/lib/assessment/document'
import { scoreAnswerSchema } from '@/lib/assessment/score-answer'
import { parseDocument } from '@/lib/assessment/versions'
import { bug } from '@/lib/base/assert'
import { database } from '@/lib/db/client'
import { revisionNumberSchema, slugSchema } from '@/lib/library/names'
import type { PublishedReport } from '@/lib/report/published-report'

/**
 * The one way to a listed agent's report: its page, its twins, its badge and the API all ask here. Null for a name
 * that is not listed and for a revision that does not exist or was withdrawn, without telling which.
 */
export async function findPublishedReport(
  slug: string | undefined,
  number?: number,
): Promise<PublishedReport | null> {
  const asked = z
    .object({ slug: slugSchema, number: revisionNumberSchema.optional() })
    .safeParse({ slug, number })
  return asked.success ? getPublishedReport(asked.data.slug, asked.data.number) : null
}

async function getPublishedReport(slug: string, number: number | undefined): Promise<PublishedReport | null> {
  const listing = await database().listing.findUnique({
    where: { slug },
    select: {
      number: true,
      agentId: true,
      revision: { select: { agent: { select: { workspace: { select: { publicName: true } } } } } },
    },
  })
  if (!listing) return null
  const published = { agentId: listing.agentId, withdrawnAt: null }
  const [revision, revisions] = await Promise.all([
    database().revision.findFirst({ where: { ...published, number: number ?? listing.number } }),
    database().revision.findMany({
      where: published,
      orderBy: { number: 'desc' },
      take: REVISIONS_SHOWN_MAX,
      select: { number: true, publishedAt: true, note: true, score: true },
    }),
  ])
  if (!revision) return null
  return {
    slug,
    publisher: listing.revision.agent.workspace.publicName,
    document: readDocument(revision.document),
    score: readScore(revision.score),
    number: revision.number,
    note: revision.note,
    byline: revision.byline,
    publishedAt: revision.publishedAt,
    revisions: revisions.map(({ score, ...line }) => {
      const { score: value, severity } = readScore(score)
      return { ...line, score: value, severity }
    }),
  }
}

const REVISIONS_SHOWN_MAX = 100

/** Stored JSON is parsed on the way out too: what no longer fits is a bug to be found, not a page to be guessed. */
function readDocument(stored: unknown): AssessmentDocument {
  const parsed = parseDocument(stored)
  return parsed.ok ? parsed.value : bug(`A stored document does not fit: ${JSON.stringify(parsed.error)}`)
}

const readScore = (stored: unknown): Score => scoreAnswerSchema.parse(stored)
