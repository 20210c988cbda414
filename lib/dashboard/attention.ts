import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import { nameBehind, shownName } from '@/lib/accounts/names'
import { readRatings } from '@/lib/agents/cards/columns'
import { DRAFT_STATES, type DraftState } from '@/lib/agents/drafts/draft-state'
import { FORMULA_IDS, FORMULAS, type FormulaId } from '@/lib/aivss/formulas'
import type { Severity } from '@/lib/aivss/severity'
import { severitySchema } from '@/lib/assessment/severity'
import { database, Prisma } from '@/lib/db/client'
import { LAYER_IDS, type LayerId } from '@/lib/maestro/layers'

/** The agents that a look at a dashboard should fall on; each list is a few rows from one end of an index. */
type Named = { readonly slug: string; readonly name: string }
type Scored = Named & { readonly score: number; readonly severity: Severity }

export type RiskyAgent = Scored & {
  readonly formula: FormulaId
  /** In the order of `FACTOR_IDS`; null for a factor that its set does not have. */
  readonly ratings: readonly (number | null)[]
}
export type UncertainAgent = Scored & { readonly uncertain: readonly LayerId[] }
export type StaleAgent = Scored & { readonly publishedAt: Date; readonly days: number }
export type OpenDraft = Named & {
  readonly state: DraftState
  readonly savedAt: Date
  readonly savedBy: string
}

const RISKY_ROWS = 12
const RISKY_ROWS_OF_ANOTHER_FORMULA = 4
const UNCERTAIN_ROWS = 12
const STALE_ROWS = 6
const DRAFT_ROWS = 6

const named = { slug: z.string(), name: z.string() }
const scored = {
  ...named,
  score_key: z.int(),
  severity: severitySchema,
}
const scoreOf = ({ score_key, severity }: { readonly score_key: number; readonly severity: Severity }) => ({
  score: score_key / 10,
  severity,
})

const riskyRows = z.array(z.object({ ...scored, formula: z.enum(FORMULA_IDS), ratings: z.array(z.int()) }))

/** Under each formula by itself, the headline formula first: scores of two formulas have no common order. */
export async function listRiskiest({
  workspaceId,
}: Authorized<'agent.read'>): Promise<readonly RiskyAgent[]> {
  const found = await database().$queryRaw`
    SELECT c.* FROM unnest(${FORMULAS.map(({ rank }) => rank)}::smallint[]) WITH ORDINALITY AS asked (rank, place)
    CROSS JOIN LATERAL (
      SELECT slug, name, score_key, severity, formula, ratings FROM agent_cards c
      WHERE c.workspace_id = ${workspaceId}::uuid AND c.formula_rank = asked.rank
      ORDER BY -c.score_key, c.agent_id LIMIT ${RISKY_ROWS}
    ) AS c ORDER BY asked.place, -c.score_key`
  const parsed = riskyRows.parse(found)
  const byFormula = FORMULA_IDS.map((id) => parsed.filter(({ formula }) => formula === id))
  return byFormula
    .filter((rows) => rows.length > 0)
    .flatMap((rows, place) =>
      rows
        .slice(0, place === 0 ? RISKY_ROWS : RISKY_ROWS_OF_ANOTHER_FORMULA)
        .map(({ slug, name, formula, ratings, ...row }) => ({
          ...{ slug, name, formula },
          ...scoreOf(row),
          ratings: readRatings(ratings),
        })),
    )
}

const uncertainRows = z.array(z.object({ ...scored, uncertain: z.array(z.enum(LAYER_IDS)) }))

export async function listMostUncertain({
  workspaceId,
}: Authorized<'agent.read'>): Promise<readonly UncertainAgent[]> {
  const found = await database().$queryRaw`
    SELECT slug, name, score_key, severity, uncertain FROM agent_cards
    WHERE workspace_id = ${workspaceId}::uuid AND uncertain_layers > 0
    ORDER BY uncertain_layers DESC, agent_id DESC LIMIT ${UNCERTAIN_ROWS}`
  return uncertainRows
    .parse(found)
    .map(({ slug, name, uncertain, ...row }) => ({ slug, name, uncertain, ...scoreOf(row) }))
}

const staleRows = z.array(z.object({ ...scored, published_at: z.date(), days: z.int() }))

export async function listStalest({ workspaceId }: Authorized<'agent.read'>): Promise<readonly StaleAgent[]> {
  const found = await database().$queryRaw`
    SELECT slug, name, score_key, severity, published_at,
      floor(extract(epoch FROM now() - published_at) / 86400)::int AS days
    FROM agent_cards WHERE workspace_id = ${workspaceId}::uuid AND published_at IS NOT NULL
    ORDER BY published_at, agent_id LIMIT ${STALE_ROWS}`
  return staleRows.parse(found).map(({ slug, name, published_at, days, ...row }) => ({
    ...{ slug, name, days, publishedAt: published_at },
    ...scoreOf(row),
  }))
}

const draftRows = z.array(
  z.object({
    ...named,
    draft_state: z.enum(DRAFT_STATES),
    updated_at: z.date(),
    updated_by: z.string().nullable(),
    updated_by_name: z.string().nullable(),
  }),
)

/** What is written and not published, the last saved first. */
export async function listOpenDrafts({
  workspaceId,
}: Authorized<'agent.read'>): Promise<readonly OpenDraft[]> {
  const found = await database().$queryRaw`
    SELECT slug, name, draft_state, updated_at, updated_by,
      ${nameBehind(Prisma.sql`updated_by`)} AS updated_by_name
    FROM agent_cards WHERE workspace_id = ${workspaceId}::uuid AND draft_state <> 'published'
    ORDER BY updated_at DESC, agent_id DESC LIMIT ${DRAFT_ROWS}`
  return draftRows
    .parse(found)
    .map(({ slug, name, draft_state, updated_at, updated_by, updated_by_name }) => ({
      ...{ slug, name, state: draft_state, savedAt: updated_at },
      savedBy: shownName(updated_by, updated_by_name),
    }))
}
