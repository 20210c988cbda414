import { claimPublicName } from '@/lib/agents/publishing/public-names'
import { listRevision, publishRevision } from '@/lib/agents/publishing/publish'
import { FACTOR_SETS } from '@/lib/aivss/factors'
import type { FormulaId } from '@/lib/aivss/formulas'
import { formulaOf } from '@/lib/aivss/formulas'
import { type AssessmentDocument, documentSchema } from '@/lib/assessment/document'
import type { Queryable } from '@/lib/db/client'
import { LAYER_IDS } from '@/lib/maestro/layers'

type Wanted = {
  readonly name?: string
  readonly base?: number
  readonly formula?: FormulaId
  readonly kind?: AssessmentDocument['kind']
  readonly vendor?: string
  readonly tags?: string[]
  readonly summary?: string
}

/** A publishable document that differs from the next only in what a test asks for. */
export const documentWith = ({ formula = 'aivss-0.8', base = 5, ...wanted }: Wanted): AssessmentDocument =>
  documentSchema.parse({
    schemaVersion: 1,
    name: 'An agent',
    summary: 'What it may do.',
    ...wanted,
    formula,
    factorSet: 'goal-planning',
    cvss: { base },
    threatMultiplier: { value: 1 },
    ...(formulaOf(formula).usesMitigation && { mitigationFactor: { value: 1 } }),
    factors: Object.fromEntries(FACTOR_SETS['goal-planning'].factors.map((id) => [id, { value: 0 }])),
    layers: Object.fromEntries(
      LAYER_IDS.map((id) => [id, { certainty: 'mapped', narrative: `About ${id}.` }]),
    ),
  })

export const createWorkspace = async (tx: Queryable, slug: string): Promise<string> =>
  (await tx.workspace.create({ data: { slug, publicName: `The ${slug} team` } })).id

/** A listed agent with one published revision, as the product itself would make it. */
export async function createListed(
  tx: Queryable,
  workspaceId: string,
  slug: string,
  document: AssessmentDocument,
  publishedAt = new Date('2026-10-01T00:00:00Z'),
): Promise<string> {
  const { id: agentId } = await tx.agent.create({ data: { workspaceId, slug, visibility: 'listed' } })
  const publication = { workspaceId, agentId, document, note: '', byline: 'A tester', publishedAt }
  await claimPublicName(tx, { workspaceId, agentId, slug })
  await listRevision(tx, slug, await publishRevision(tx, publication), publication)
  return agentId
}
