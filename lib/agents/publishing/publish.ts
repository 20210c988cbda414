import { figureColumns, profileColumns } from '@/lib/agents/cards/columns'
import { figuresOf } from '@/lib/agents/cards/figures'
import type { AssessmentDocument } from '@/lib/assessment/document'
import { scoreDocument } from '@/lib/assessment/score-document'
import type { Queryable } from '@/lib/db/client'
import { column, type Row } from '@/lib/db/row'
import { upsertSql } from '@/lib/db/upsert'
import { figureFacets, LIBRARY_SCOPE, profileFacets } from '@/lib/search/facets'
import { learnWords } from '@/lib/search/learn'
import { documentVector, documentWords } from '@/lib/search/text'

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
  const { formula, severity, scoreTenths } = figuresOf(document)
  const number = await nextNumber(tx, workspaceId, agentId)
  await tx.revision.create({
    data: {
      ...{ agentId, workspaceId, number, document, note, byline, publishedAt, publishedBy },
      ...{ formula, severity, scoreTenths },
    },
  })
  return number
}

export type Listed = Pick<Publication, 'workspaceId' | 'agentId' | 'document' | 'publishedAt'>

/** Puts a published revision into the public library under a name that the agent has claimed. */
export async function listRevision(
  tx: Queryable,
  slug: string,
  number: number,
  listed: Listed,
): Promise<void> {
  await tx.$executeRaw(upsertSql('listings', 'agent_id', listingRow(slug, number, listed)))
  await learnWords(tx, LIBRARY_SCOPE, documentWords(listed.document))
}

/** What the library says of a published revision. */
export function listingRow(
  slug: string,
  number: number,
  { workspaceId, agentId, document, publishedAt }: Listed,
): Row {
  const figures = figuresOf(document)
  const profile = { kind: document.kind ?? 'other', vendor: document.vendor ?? '', tags: document.tags ?? [] }
  return {
    agent_id: column('uuid', agentId),
    workspace_id: column('uuid', workspaceId),
    slug: column('text', slug),
    number: column('int', number),
    published_at: column('timestamptz', publishedAt),
    summary: column('text', document.summary),
    notices: column(
      'text[]',
      scoreDocument(document).notices.map(({ code }) => code),
    ),
    ...profileColumns(document.name, profile),
    ...figureColumns(figures),
    score_tenths: column('smallint', figures.scoreTenths),
    facets: column('text[]', [...profileFacets(profile), ...figureFacets(figures)]),
    words: column('tsvector', documentVector(document)),
  }
}

/** The lock on the agent's row makes two publishers take two numbers. */
async function nextNumber(tx: Queryable, workspaceId: string, agentId: string): Promise<number> {
  await tx.$queryRaw`SELECT 1 FROM agents WHERE workspace_id = ${workspaceId}::uuid AND id = ${agentId}::uuid FOR UPDATE`
  const newest = await tx.revision.aggregate({ where: { workspaceId, agentId }, _max: { number: true } })
  return (newest._max.number ?? 0) + 1
}
