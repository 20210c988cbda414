import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import { FACTOR_IDS, type FactorId } from '@/lib/aivss/factors'
import { FORMULA_IDS, type FormulaId } from '@/lib/aivss/formulas'
import { type Severity, WORST_FIRST } from '@/lib/aivss/severity'
import { HIGH_HUNDREDTHS } from '@/lib/dashboard/high'
import { database } from '@/lib/db/client'
import { LAYER_IDS, type LayerId } from '@/lib/maestro/layers'
import { EVERY_AGENT, FACETS } from '@/lib/search/facets'
import { levelsBetween, RATING_MAX } from '@/lib/search/levels'
import { MATCHES_MAX } from '@/lib/search/matches'

/** How many agents of a workspace are what. */
export type Standing = {
  readonly agents: number
  readonly published: number
  readonly draftOnly: number
  readonly changed: number
  /** Those with at least one layer that is not certain. */
  readonly uncertain: number
  /** Those whose shown revision is older than the workspace lets a report become, up to `MATCHES_MAX` and one more. */
  readonly outdated: number
  /** One for each formula that an agent is scored under, in the order of display. */
  readonly bands: readonly FormulaBands[]
  readonly highFactors: readonly { readonly factor: FactorId; readonly agents: number }[]
  readonly openLayers: readonly { readonly layer: LayerId; readonly agents: number }[]
}

export type FormulaBands = {
  readonly formula: FormulaId
  readonly agents: number
  /** All five, the worst first. */
  readonly severities: readonly { readonly severity: Severity; readonly agents: number }[]
}

const DRAFT_ONLY = FACETS.draft('draft-only')
const CHANGED = FACETS.draft('changed')
const SOME_UNCERTAIN = LAYER_IDS.map((_, index) => FACETS.uncertainLayers(index + 1))
const highLevelsOf = (factor: FactorId) =>
  levelsBetween(factor, HIGH_HUNDREDTHS, RATING_MAX).map(FACETS.level)

/** Every severity under every formula. */
export const BAND_FACETS = FORMULA_IDS.flatMap((formula) =>
  WORST_FIRST.map((severity) => FACETS.band(formula, severity)),
)

/** Each is looked up by its key, because a workspace has as many other facets as it has vendors and tags. */
const READ = [
  EVERY_AGENT,
  DRAFT_ONLY,
  CHANGED,
  ...SOME_UNCERTAIN,
  ...LAYER_IDS.map(FACETS.uncertain),
  ...FACTOR_IDS.flatMap(highLevelsOf),
  ...BAND_FACETS,
]

const rows = z.array(z.object({ facet: z.string(), agents: z.int() }))

/** No facet, because agents become it by themselves. */
const OUTDATED = 'outdated'

/** What an agent is by what was written is counted in the transaction that writes; what it is by the time, here. */
export async function getStanding({ workspaceId }: Authorized<'agent.read'>): Promise<Standing> {
  const found = await database().$queryRaw`
    SELECT facet, agents FROM tallies WHERE scope = ${workspaceId}::uuid AND facet = ANY(${READ}::text[])
    UNION ALL
    SELECT ${OUTDATED}, count(*)::int FROM (
      SELECT 1 FROM agent_cards WHERE workspace_id = ${workspaceId}::uuid AND published_at < (
        SELECT now() - outdated_after_days * interval '24 hours' FROM workspaces WHERE id = ${workspaceId}::uuid
      ) LIMIT ${MATCHES_MAX + 1}
    ) AS o`
  const counts = new Map(rows.parse(found).map(({ facet, agents }) => [facet, agents]))
  const sumOf = (facets: readonly string[]) =>
    facets.reduce((sum, facet) => sum + (counts.get(facet) ?? 0), 0)
  const bands = FORMULA_IDS.map((formula) => {
    const severities = WORST_FIRST.map((severity) => ({
      severity,
      agents: sumOf([FACETS.band(formula, severity)]),
    }))
    return { formula, severities, agents: severities.reduce((sum, { agents }) => sum + agents, 0) }
  })
  return {
    agents: sumOf([EVERY_AGENT]),
    published: sumOf(BAND_FACETS),
    draftOnly: sumOf([DRAFT_ONLY]),
    changed: sumOf([CHANGED]),
    uncertain: sumOf(SOME_UNCERTAIN),
    outdated: sumOf([OUTDATED]),
    bands: bands.filter(({ agents }) => agents > 0),
    highFactors: FACTOR_IDS.map((factor) => ({ factor, agents: sumOf(highLevelsOf(factor)) })),
    openLayers: LAYER_IDS.map((layer) => ({ layer, agents: sumOf([FACETS.uncertain(layer)]) })),
  }
}
