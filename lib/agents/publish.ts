import { figureColumns, profileColumns } from '@/lib/agents/columns'
import { figuresOf } from '@/lib/agents/figures'
import type { AssessmentDocument } from '@/lib/assessment/document'
import { Prisma, type Queryable } from '@/lib/db/client'
import { upsertSql } from '@/lib/db/upsert'
import { figureFacets, profileFacets } from '@/lib/search/facets'
import { documentVector } from '@/lib/search/text'

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
  const { formula, severity, scoreTenths } = figuresOf(document).figures
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
  { workspaceId, agentId, document, publishedAt }: Listed,
): Promise<void> {
  const { figures, score } = figuresOf(document)
  const profile = { kind: document.kind ?? 'other', vendor: document.vendor ?? '', tags: document.tags ?? [] }
  await tx.$executeRaw(
    upsertSql('listings', 'agent_id', {
      agent_id: Prisma.sql`${agentId}::uuid`,
      workspace_id: Prisma.sql`${workspaceId}::uuid`,
      slug: Prisma.sql`${slug}`,
      number: Prisma.sql`${number}`,
      published_at: Prisma.sql`${publishedAt}`,
      summary: Prisma.sql`${document.summary}`,
      notices: Prisma.sql`${score.notices.map(({ code }) => code)}::text[]`,
      ...profileColumns(document.name, profile),
      ...figureColumns(figures),
      score_tenths: Prisma.sql`${figures.scoreTenths}`,
      facets: Prisma.sql`${[...profileFacets(profile), ...figureFacets(figures)]}::text[]`,
      words: Prisma.sql`${documentVector(document)}::tsvector`,
    }),
  )
}

/** The lock on the agent's row makes two publishers take two numbers. */
async function nextNumber(tx: Queryable, workspaceId: string, agentId: string): Promise<number> {
  await tx.$queryRaw`SELECT 1 FROM agents WHERE workspace_id = ${workspaceId}::uuid AND id = ${agentId}::uuid FOR UPDATE`
  const newest = await tx.revision.aggregate({ where: { workspaceId, agentId }, _max: { number: true } })
  return (newest._max.number ?? 0) + 1
}
