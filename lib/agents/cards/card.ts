import { z } from 'zod'
import { cardRow, type Written } from '@/lib/agents/cards/card-row'
import { readRatings } from '@/lib/agents/cards/columns'
import { figuresOf } from '@/lib/agents/cards/figures'
import { isLastMovement, type MovementCause, recordMovement, type Shown } from '@/lib/agents/cards/movement'
import type { AgentId } from '@/lib/agents/lock'
import { visibilitySchema } from '@/lib/agents/publishing/visibility'
import { FORMULA_IDS } from '@/lib/aivss/formulas'
import { readDraft, readRevision } from '@/lib/assessment/read-stored'
import { severitySchema } from '@/lib/assessment/severity'
import type { Queryable } from '@/lib/db/client'
import { upsertSql } from '@/lib/db/upsert'
import { LAYER_IDS } from '@/lib/maestro/layers'
import { learnWords } from '@/lib/search/learn'
import { documentWords } from '@/lib/search/text'

/**
 * Writes the card of an agent anew, in the transaction of whatever changed the agent, and says why when another score
 * is shown from now on. An agent in the trash has no card.
 */
export async function renewCard(tx: Queryable, id: AgentId, cause?: MovementCause): Promise<void> {
  const agent = await findAgent(tx, id)
  const before = await findShown(tx, id)
  if (!agent) {
    await tx.agentCard.deleteMany({ where: id })
    if (before) await recordMovement(tx, id, { cause: cause ?? 'deleted', before, after: null })
    return
  }
  const after = await newestShown(tx, id, before)
  const written = writtenOf(agent)
  await tx.$executeRaw(upsertSql('agent_cards', 'agent_id', cardRow(id, written, after)))
  await learnWords(tx, id.workspaceId, documentWords(written.document))
  const isNews = before ? before.number !== after?.number : after && !(await isLastMovement(tx, id, after))
  if (isNews) await recordMovement(tx, id, { cause: cause ?? 'published', before, after })
}

type ShownFigures = Shown & { readonly name: string }
type Agent = z.infer<typeof agentRow>

const agentRow = z.object({
  slug: z.string(),
  visibility: visibilitySchema,
  document: z.unknown(),
  version: z.int(),
  published_version: z.int().nullable(),
  updated_at: z.date(),
  updated_by: z.string().nullable(),
})

/**
 * Two who write the card of one agent come one after the other, so that neither leaves in it what the other replaced.
 * Whether the agent lives is asked by a statement of its own, which sees what whoever held the draft before has done.
 */
async function findAgent(tx: Queryable, { workspaceId, agentId }: AgentId) {
  await tx.$queryRaw`
    SELECT 1 FROM drafts WHERE workspace_id = ${workspaceId}::uuid AND agent_id = ${agentId}::uuid FOR UPDATE`
  const [row] = z.array(agentRow).parse(
    await tx.$queryRaw`
      SELECT a.slug, a.visibility, d.document, d.version, d.published_version, d.updated_at, d.updated_by
      FROM drafts d JOIN agents a ON a.id = d.agent_id
      WHERE d.workspace_id = ${workspaceId}::uuid AND d.agent_id = ${agentId}::uuid AND a.deleted_at IS NULL`,
  )
  return row
}

const figuresRow = z.object({
  number: z.int(),
  published_at: z.date(),
  published_name: z.string(),
  formula: z.enum(FORMULA_IDS),
  formula_rank: z.int(),
  score_key: z.int(),
  severity: severitySchema,
  base_tenths: z.int(),
  threat_hundredths: z.int(),
  mitigation_hundredths: z.int().nullable(),
  ratings: z.array(z.int()),
  uncertain: z.array(z.enum(LAYER_IDS)),
})

/** What the card shows as published until now; a save of the draft keeps it without reading the revision again. */
async function findShown(
  tx: Queryable,
  { workspaceId, agentId }: AgentId,
): Promise<ShownFigures | undefined> {
  const [row] = z.array(figuresRow).parse(
    await tx.$queryRaw`
      SELECT c.number, c.published_at, r.document->>'name' AS published_name, c.formula, c.formula_rank, c.score_key,
        c.severity, c.base_tenths, c.threat_hundredths, c.mitigation_hundredths, c.ratings, c.uncertain
      FROM agent_cards c JOIN revisions r ON r.agent_id = c.agent_id AND r.number = c.number
      WHERE c.workspace_id = ${workspaceId}::uuid AND c.agent_id = ${agentId}::uuid`,
  )
  if (!row) return undefined
  return {
    number: row.number,
    publishedAt: row.published_at,
    name: row.published_name,
    figures: {
      formula: row.formula,
      formulaRank: row.formula_rank,
      scoreTenths: row.score_key,
      severity: row.severity,
      baseTenths: row.base_tenths,
      threatHundredths: row.threat_hundredths,
      mitigationHundredths: row.mitigation_hundredths,
      ratings: readRatings(row.ratings),
      uncertain: row.uncertain,
    },
  }
}

async function newestShown(
  tx: Queryable,
  id: AgentId,
  before: ShownFigures | undefined,
): Promise<ShownFigures | null> {
  const where = { ...id, withdrawnAt: null }
  const newest = await tx.revision.findFirst({ where, orderBy: { number: 'desc' }, select: { number: true } })
  if (!newest) return null
  if (newest.number === before?.number) return before
  const revision = await tx.revision.findFirst({ where: { ...where, number: newest.number } })
  if (!revision) return null
  const document = readRevision(revision.document)
  const { number, publishedAt } = revision
  return { number, publishedAt, name: document.name, figures: figuresOf(document) }
}

const writtenOf = (agent: Agent): Written => ({
  slug: agent.slug,
  visibility: agent.visibility,
  document: readDraft(agent.document),
  version: agent.version,
  publishedVersion: agent.published_version,
  updatedAt: agent.updated_at,
  updatedBy: agent.updated_by,
})
