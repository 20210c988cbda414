import { formulaOf } from '@/lib/aivss/formulas'
import type { Score } from '@/lib/aivss/score'
import type { AssessmentDocument } from '@/lib/assessment/document'
import { scoreDocument } from '@/lib/assessment/score-document'
import type { Queryable } from '@/lib/db/client'
import { fold, startOf, wordsOf } from '@/lib/library/words'

export type Publication = {
  readonly workspaceId: string
  readonly agentId: string
  readonly document: AssessmentDocument
  readonly note: string
  readonly byline: string
  readonly publishedAt: Date
  /** Absent for what the machine publishes, such as the demo library. */
  readonly publishedBy?: string
}

/** Makes the next numbered revision, scored here and nowhere else, and returns its number. */
export async function publishRevision(tx: Queryable, publication: Publication): Promise<number> {
  const { workspaceId, agentId, document, note, byline, publishedAt, publishedBy = null } = publication
  const score = promotedScore(scoreDocument(document))
  const number = await nextNumber(tx, workspaceId, agentId)
  await tx.revision.create({
    data: { agentId, workspaceId, number, document, note, byline, publishedAt, publishedBy, ...score },
  })
  return number
}

export type Listed = Pick<Publication, 'workspaceId' | 'agentId' | 'document' | 'publishedAt'>

/** Puts a published revision into the public library under a name that the agent has claimed. */
export async function listRevision(
  tx: Queryable,
  slug: string,
  number: number,
  { workspaceId, agentId, document, publishedAt }: Listed,
): Promise<void> {
  const score = scoreDocument(document)
  const { name, vendor = '', tags = [], summary } = document
  const face = {
    ...promotedScore(score),
    slug,
    number,
    publishedAt,
    name,
    nameKey: startOf(fold(name), NAME_KEY_CHARACTERS_MAX),
    kind: document.kind ?? 'other',
    vendor,
    tags: [...tags],
    summary,
    words: [...wordsOf([name, vendor, ...tags, summary].join(' '))],
    notices: score.notices.map(({ code }) => code),
    formulaRank: formulaOf(document.formula).rank,
  }
  await tx.listing.upsert({ where: { agentId }, create: { ...face, workspaceId, agentId }, update: face })
}

/** A key that long tells names apart, and fits an index whatever its letters. */
const NAME_KEY_CHARACTERS_MAX = 200

/** The lock on the agent's row makes two publishers take two numbers. */
async function nextNumber(tx: Queryable, workspaceId: string, agentId: string): Promise<number> {
  await tx.$queryRaw`SELECT 1 FROM agents WHERE workspace_id = ${workspaceId}::uuid AND id = ${agentId}::uuid FOR UPDATE`
  const newest = await tx.revision.aggregate({ where: { workspaceId, agentId }, _max: { number: true } })
  return (newest._max.number ?? 0) + 1
}

const promotedScore = ({ formula, score, severity }: Score) => ({
  formula,
  severity,
  scoreTenths: Math.round(score * 10),
})
