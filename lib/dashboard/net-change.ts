import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import { FORMULA_IDS, FORMULAS, type FormulaId } from '@/lib/aivss/formulas'
import type { Severity } from '@/lib/aivss/severity'
import { severitySchema } from '@/lib/assessment/severity'
import { calledSql } from '@/lib/dashboard/names'
import { database, Prisma } from '@/lib/db/client'

/**
 * What became of an agent between a moment and now, by what was shown then and what is shown now. `formula`: it is
 * scored under another formula, and so neither higher nor lower.
 */
export const CHANGES = ['rose', 'fell', 'new', 'gone', 'formula'] as const
export type Change = (typeof CHANGES)[number]

export type ShownScore = { readonly formula: FormulaId; readonly score: number; readonly severity: Severity }

export type NetChange = {
  readonly agentId: string
  readonly name: string
  /** Null for one in the trash, which has no address. */
  readonly slug: string | null
  /** Of the last step. */
  readonly at: Date
  readonly before: ShownScore | null
  readonly after: ShownScore | null
}

/** So many of the newest steps that changed a score are looked at, however many there were. */
export const STEPS_LOOKED_AT_MAX = 1_000

export type NetChanges = {
  /** More steps changed a score than are looked at: agents that moved only before those are not among these. */
  readonly isBounded: boolean
  /** One for each way to change, those that no agent went among them. */
  readonly changes: readonly NetChangesOfOneWay[]
}

export type NetChangesOfOneWay = {
  readonly change: Change
  /** Of all agents that this became of, the shown ones among them. */
  readonly agents: number
  /** Those that rose or fell are in order under each formula by itself, and this says that there is more than one. */
  readonly isOfSeveralFormulas: boolean
  readonly shown: readonly NetChange[]
}

const formula = z.enum(FORMULA_IDS).nullable()
const tenths = z.int().nullable()
const severity = severitySchema.nullable()

/** The columns of a movement that say what was shown before it and what is shown after it. */
export const scoreColumns = {
  before_formula: formula,
  before_tenths: tenths,
  before_severity: severity,
  after_formula: formula,
  after_tenths: tenths,
  after_severity: severity,
}

type Scores = z.infer<z.ZodObject<typeof scoreColumns>>

const steps = z.int()
const moved = z.object({
  steps,
  agent_id: z.string(),
  /** Null for one that is gone for good. */
  name: z.string().nullable(),
  slug: z.string().nullable(),
  at: z.date(),
  change: z.enum(CHANGES),
  agents: z.int(),
  is_of_several_formulas: z.boolean(),
  ...scoreColumns,
})
type Moved = z.infer<typeof moved>

/** Where nothing moved it is told all the same how many steps there were. */
const rows = z.array(z.union([moved, z.object({ steps, change: z.null() })]))

/** The first of each change and formula, or a page of one change. */
type Places =
  | { readonly ofEach: number }
  | { readonly change: Change; readonly from: number; readonly rowsMax: number }

/**
 * The agents behind the newest steps since a moment, each with where it stood at that moment: its first step since then
 * says from where, however many there were between; it is read only where the last is not the first. Who came and went,
 * or ended where it began, did not move.
 */
export async function listNetChanges(
  { workspaceId }: Authorized<'agent.read'>,
  since: Date,
  places: Places,
): Promise<NetChanges> {
  const found = await database().$queryRaw`
    WITH looked AS MATERIALIZED (
      SELECT agent_id, at, id, previous_at, before_formula, before_tenths, before_severity,
        after_formula, after_tenths, after_severity FROM movements
      WHERE workspace_id = ${workspaceId}::uuid AND at >= ${since} AND ${CHANGED_THE_SCORE}
      ORDER BY at DESC, id DESC LIMIT ${STEPS_LOOKED_AT_MAX + 1}
    ), last AS (
      SELECT DISTINCT ON (agent_id) *, previous_at >= ${since} AS has_former
      FROM (SELECT * FROM looked LIMIT ${STEPS_LOOKED_AT_MAX}) AS newest
      ORDER BY agent_id, at DESC, id DESC
    ), net AS (
      SELECT last.agent_id, last.at, last.after_formula, last.after_tenths, last.after_severity,
        CASE WHEN has_former THEN first.before_formula ELSE last.before_formula END AS before_formula,
        CASE WHEN has_former THEN first.before_tenths ELSE last.before_tenths END AS before_tenths,
        CASE WHEN has_former THEN first.before_severity ELSE last.before_severity END AS before_severity
      FROM last LEFT JOIN LATERAL (
        SELECT before_formula, before_tenths, before_severity FROM movements m
        WHERE has_former AND m.workspace_id = ${workspaceId}::uuid AND m.agent_id = last.agent_id AND m.at >= ${since}
        ORDER BY m.at, m.id LIMIT 1
      ) AS first ON true
    ), changed AS MATERIALIZED (
      SELECT *, CASE
        WHEN num_nulls(before_formula, after_formula) = 2 THEN NULL
        WHEN before_formula IS NULL THEN 'new'
        WHEN after_formula IS NULL THEN 'gone'
        WHEN before_formula <> after_formula THEN 'formula'
        WHEN after_tenths > before_tenths THEN 'rose'
        WHEN after_tenths < before_tenths THEN 'fell'
      END AS change
      FROM net
    ), measured AS MATERIALIZED (
      SELECT *, array_position(${[...CHANGES]}::text[], change) AS kind, ${MEASURE} AS measure, ${DISTANCE} AS distance
      FROM changed WHERE change IS NOT NULL
    ), counted AS (
      SELECT kind, count(*)::int AS agents, min(measure) < max(measure) AS is_of_several_formulas
      FROM measured GROUP BY kind
    ), placed AS (
      SELECT *, row_number() OVER (PARTITION BY kind ORDER BY measure, ${FARTHEST_FIRST}) AS place,
        row_number() OVER (PARTITION BY kind, measure ORDER BY ${FARTHEST_FIRST}) AS place_of_its_formula
      FROM measured
    )
    SELECT steps, agent_id, called.name, called.slug, at, change, agents, is_of_several_formulas,
      before_formula, before_tenths, before_severity, after_formula, after_tenths, after_severity
    FROM (SELECT count(*)::int AS steps FROM looked) AS counted_steps
      LEFT JOIN (SELECT * FROM placed JOIN counted USING (kind) WHERE ${isAt(places)}) AS moved ON true
      LEFT JOIN LATERAL (${calledSql(workspaceId, Prisma.sql`moved.agent_id`)}) AS called ON true
    ORDER BY kind, place`
  const told = rows.parse(found)
  const all = told.filter((row) => row.change !== null)
  return {
    isBounded: (told[0]?.steps ?? 0) > STEPS_LOOKED_AT_MAX,
    changes: CHANGES.map((change) => {
      const those = all.filter((row) => row.change === change)
      return {
        change,
        agents: those[0]?.agents ?? 0,
        isOfSeveralFormulas: those[0]?.is_of_several_formulas ?? false,
        shown: those.flatMap(netChangeOf),
      }
    }),
  }
}

/** As the index of these steps has it (movements_score_changes_idx). */
const CHANGED_THE_SCORE = Prisma.sql`
  (before_formula, before_tenths) IS DISTINCT FROM (after_formula, after_tenths)`

/** By what a distance is measured: the place of the formula, and one for all that have no distance. */
const MEASURE = Prisma.sql`
  CASE WHEN change IN ('rose', 'fell') THEN array_position(${FORMULAS.map(({ id }) => id)}::text[], after_formula) ELSE 0 END`

const isAt = (places: Places): Prisma.Sql =>
  'ofEach' in places
    ? Prisma.sql`place_of_its_formula <= ${places.ofEach}`
    : Prisma.sql`change = ${places.change} AND place > ${places.from} AND place <= ${places.from + places.rowsMax}`

const DISTANCE = Prisma.sql`CASE WHEN change IN ('rose', 'fell') THEN abs(after_tenths - before_tenths) ELSE 0 END`

/** The farthest first among those that moved, the newest first among all others. */
const FARTHEST_FIRST = Prisma.sql`distance DESC, at DESC, agent_id`

const netChangeOf = (row: Moved): readonly NetChange[] =>
  row.name === null
    ? []
    : [
        {
          ...{ agentId: row.agent_id, name: row.name, slug: row.slug, at: row.at },
          before: shownBefore(row),
          after: shownAfter(row),
        },
      ]

export const shownBefore = (row: Scores) =>
  shownOf(row.before_formula, row.before_tenths, row.before_severity)
export const shownAfter = (row: Scores) => shownOf(row.after_formula, row.after_tenths, row.after_severity)

const shownOf = (
  formula: FormulaId | null,
  tenths: number | null,
  severity: Severity | null,
): ShownScore | null =>
  formula === null || tenths === null || severity === null ? null : { formula, score: tenths / 10, severity }
