import { z } from 'zod'
import { nameBehind, shownName } from '@/lib/accounts/names'
import { readRatings } from '@/lib/agents/cards/columns'
import { DRAFT_STATES } from '@/lib/agents/drafts/draft-state'
import type { AgentLine, LatestRevision } from '@/lib/agents/lists/agent-line'
import { visibilitySchema } from '@/lib/agents/publishing/visibility'
import { FORMULA_IDS } from '@/lib/aivss/formulas'
import { KINDS } from '@/lib/assessment/kinds'
import { severitySchema } from '@/lib/assessment/severity'
import { Prisma } from '@/lib/db/client'
import { LAYER_IDS } from '@/lib/maestro/layers'
import { isTooOld } from '@/lib/report/outdated'

const figures = {
  number: z.int(),
  published_at: z.date(),
  formula: z.enum(FORMULA_IDS),
  score_key: z.int(),
  severity: severitySchema,
  base_tenths: z.int(),
  threat_hundredths: z.int(),
}
const noFigures = {
  number: z.null(),
  published_at: z.null(),
  formula: z.null(),
  score_key: z.int(),
  severity: z.null(),
  base_tenths: z.null(),
  threat_hundredths: z.null(),
}

const row = z.object({
  agent_id: z.string(),
  slug: z.string(),
  name: z.string(),
  kind: z.enum(KINDS),
  vendor: z.string(),
  tags: z.array(z.string()),
  visibility: visibilitySchema,
  draft_state: z.enum(DRAFT_STATES),
  version: z.int(),
  updated_at: z.date(),
  updated_by: z.string().nullable(),
  updated_by_name: z.string().nullable(),
  name_key: z.string(),
  formula_rank: z.int(),
  mitigation_hundredths: z.int().nullable(),
  ratings: z.array(z.int()),
  uncertain: z.array(z.enum(LAYER_IDS)),
  uncertain_layers: z.int(),
  now: z.date(),
  outdated_after_days: z.int(),
})

/** A card as lists read it: either all of what is published of it is there, or nothing. */
export const agentRows = z.array(z.union([row.extend(figures), row.extend(noFigures)]))
export type AgentRow = z.infer<typeof agentRows>[number]

export const CARDS = Prisma.sql`agent_cards`
export const CARD_COLUMNS = Prisma.sql`c.agent_id, c.slug, c.name, c.name_key, c.kind, c.vendor, c.tags, c.visibility,
  c.draft_state, c.version, c.updated_at, c.updated_by, c.number, c.published_at, c.formula, c.formula_rank, c.score_key,
  c.severity, c.base_tenths, c.threat_hundredths, c.mitigation_hundredths, c.ratings, c.uncertain, c.uncertain_layers,
  ${nameBehind(Prisma.sql`c.updated_by`)} AS updated_by_name, now() AS now,
  (SELECT w.outdated_after_days FROM workspaces w WHERE w.id = c.workspace_id) AS outdated_after_days`

export const lineOf = (row: AgentRow): AgentLine => ({
  id: row.agent_id,
  version: row.version,
  slug: row.slug,
  name: row.name,
  kind: row.kind,
  vendor: row.vendor,
  tags: row.tags,
  visibility: row.visibility,
  draft: row.draft_state,
  latest: row.number === null ? null : latestOf(row),
  savedAt: row.updated_at,
  savedBy: shownName(row.updated_by, row.updated_by_name),
})

const latestOf = (row: Extract<AgentRow, { number: number }>): LatestRevision => ({
  number: row.number,
  severity: row.severity,
  publishedAt: row.published_at,
  score: row.score_key / 10,
  isOutdated: isTooOld({
    publishedAt: row.published_at,
    now: row.now,
    outdatedAfterDays: row.outdated_after_days,
  }),
  figures: {
    formula: row.formula,
    baseTenths: row.base_tenths,
    threatHundredths: row.threat_hundredths,
    mitigationHundredths: row.mitigation_hundredths,
    ratings: readRatings(row.ratings),
    uncertain: row.uncertain,
  },
})
