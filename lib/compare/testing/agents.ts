import { FACTOR_SETS, type FactorId, type FactorSetId } from '@/lib/aivss/factors'
import { type FormulaId, formulaOf } from '@/lib/aivss/formulas'
import { type Draft, documentSchema } from '@/lib/assessment/document'
import { FULL_DOCUMENT } from '@/lib/assessment/testing/drafts'
import type { ComparedAgent } from '@/lib/compare/compared-agent'

export type Rated = {
  readonly formula?: FormulaId
  readonly set?: FactorSetId
  readonly base?: number
  readonly threat?: number
  readonly mitigation?: number
  readonly rating?: number
  readonly ratings?: Readonly<Partial<Record<FactorId, number>>>
  readonly layers?: Partial<Draft['layers']>
}

/** A published agent; what is not given is 5.0, T 1.00, M 1.00 and every factor 0.40. */
export const publishedAgent = (key: string, given: Rated = {}, name = `Agent ${key}`): ComparedAgent => {
  const { formula = 'aivss-0.8', set = 'goal-planning', base = 5, threat = 1, mitigation = 1 } = given
  const { rating = 0.4, ratings = {}, layers = {} } = given
  const { mitigationFactor: _, ...whole } = FULL_DOCUMENT
  return {
    key,
    name,
    href: `https://fullscore.example/agents/${key}`,
    document: documentSchema.parse({
      ...whole,
      name,
      formula,
      factorSet: set,
      cvss: { base },
      threatMultiplier: { value: threat },
      ...(formulaOf(formula).usesMitigation && { mitigationFactor: { value: mitigation } }),
      factors: Object.fromEntries(
        FACTOR_SETS[set].factors.map((id) => [
          id,
          { value: ratings[id] ?? rating, rationale: `Why ${key} has ${id}.` },
        ]),
      ),
      layers: { ...whole.layers, ...layers },
    }),
    source: { kind: 'published', number: 3, publishedAt: new Date('2026-05-01T10:00:00Z') },
  }
}

/** A draft with no more than a base and one factor. */
export const draftAgent = (key: string): ComparedAgent => ({
  key,
  name: `Agent ${key}`,
  href: `/w/quay/agents/${key}`,
  document: {
    schemaVersion: 1,
    formula: 'aivss-0.8',
    factorSet: 'goal-planning',
    cvss: { base: 6.1 },
    factors: { autonomy: { value: 0.9 } },
  },
  source: { kind: 'draft', savedAt: new Date('2026-05-02T10:00:00Z') },
})
