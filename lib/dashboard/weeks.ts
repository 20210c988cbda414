import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import { FORMULA_IDS, type FormulaId } from '@/lib/aivss/formulas'
import { type Severity, WORST_FIRST } from '@/lib/aivss/severity'
import { severitySchema } from '@/lib/assessment/severity'
import { BAND_FACETS } from '@/lib/dashboard/standing'
import { database } from '@/lib/db/client'

/** How many agents a formula put into each severity when a week ended. */
export type Week = {
  /** Its Sunday in UTC, or today while it is not over. */
  readonly until: Date
  readonly isOver: boolean
  readonly agents: number
  /** All five, the worst first. */
  readonly severities: readonly { readonly severity: Severity; readonly agents: number }[]
}

export type FormulaWeeks = { readonly formula: FormulaId; readonly weeks: readonly Week[] }

export const WEEKS_CHOICES = [13, 26, 52] as const

const rows = z.array(
  z.object({
    /** How many weeks ago it happened; null for how it is now. */
    ago: z.int().nullable(),
    formula: z.enum(FORMULA_IDS),
    severity: severitySchema,
    agents: z.int(),
    today: z.date(),
  }),
)
type Row = z.infer<typeof rows>[number]

/**
 * Backwards from how it is now: at the end of a week it was as it is, without what changed since. Both are read in one
 * statement, so that no write falls between them.
 */
export async function listWeeks(
  { workspaceId }: Authorized<'agent.read'>,
  weeksMax: number,
): Promise<readonly FormulaWeeks[]> {
  const found = rows.parse(
    await database().$queryRaw`
      WITH clock AS (
        SELECT today, today - (extract(isodow FROM today)::int - 1) AS monday
        FROM (SELECT (now() AT TIME ZONE 'UTC')::date AS today) AS t
      )
      SELECT s.*, clock.today FROM (
        SELECT NULL::int AS ago, split_part(facet, ':', 2) AS formula, split_part(facet, ':', 3) AS severity, agents
        FROM tallies WHERE scope = ${workspaceId}::uuid AND facet = ANY(${BAND_FACETS}::text[])
        UNION ALL
        SELECT ceil((monday - day) / 7.0)::int, formula, severity, sum(change)::int
        FROM severity_days, clock WHERE workspace_id = ${workspaceId}::uuid AND day >= monday - 7 * ${weeksMax - 1}::int
        GROUP BY 1, formula, severity
      ) AS s, clock`,
  )
  return FORMULA_IDS.map((formula) => ({
    formula,
    weeks: weeksOf(
      found.filter((row) => row.formula === formula),
      weeksMax,
    ),
  })).filter(({ weeks }) => weeks.length > 0)
}

/** From the first week on that ended with any agent. */
function weeksOf(found: readonly Row[], weeksMax: number): readonly Week[] {
  const today = found[0]?.today
  if (!today) return []
  const weeks = Array.from({ length: weeksMax }, (_, index) => weekOf(found, today, weeksMax - 1 - index))
  const first = weeks.findIndex(({ agents }) => agents > 0)
  return first === -1 ? [] : weeks.slice(first)
}

function weekOf(found: readonly Row[], today: Date, ago: number): Week {
  const changedSince = (row: Row) => row.ago !== null && row.ago < ago
  const severities = WORST_FIRST.map((severity) => ({
    severity,
    agents: found
      .filter((row) => row.severity === severity)
      .reduce((sum, row) => sum + (row.ago === null ? row.agents : changedSince(row) ? -row.agents : 0), 0),
  }))
  return {
    until: ago === 0 ? today : new Date(mondayOf(today).getTime() - (7 * (ago - 1) + 1) * DAY_MS),
    isOver: ago > 0,
    severities,
    agents: severities.reduce((sum, { agents }) => sum + agents, 0),
  }
}

const DAY_MS = 24 * 3_600_000
const mondayOf = (day: Date): Date => new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * DAY_MS)
