import { z } from 'zod'
import { FACTOR_IDS, type FactorId } from '@/lib/aivss/factors'
import { FORMULA_IDS } from '@/lib/aivss/formulas'
import { WORST_FIRST } from '@/lib/aivss/severity'
import { KINDS } from '@/lib/assessment/kinds'
import { database } from '@/lib/db/client'
import { type LibraryStatistics, THIRDS, type Third } from '@/lib/library/counted'
import { EVERY_AGENT, FACETS, LIBRARY_SCOPE } from '@/lib/search/facets'
import { everyLevel, levelsBetween, RATING_MAX } from '@/lib/search/levels'

const RATINGS: Readonly<Record<Third, readonly [from: number, to: number]>> = {
  '0..0.39': [0, 39],
  '0.4..0.69': [40, 69],
  '0.7..1': [70, RATING_MAX],
}

const tallies = z.array(z.object({ facet: z.string(), agents: z.int() }))

/** Read from what is counted while it is written; tags and vendors, of which there may be many, are left out. */
export async function getLibraryStatistics(): Promise<LibraryStatistics> {
  const rows = tallies.parse(
    await database()
      .$queryRaw`SELECT facet, agents FROM tallies WHERE scope = ${LIBRARY_SCOPE}::uuid AND facet = ANY(${COUNTED}::text[])`,
  )
  const counted = new Map(rows.map(({ facet, agents }) => [facet, agents]))
  const agents = (facet: string): number => counted.get(facet) ?? 0
  const rated = (id: FactorId, [from, to]: readonly [number, number]): number =>
    levelsBetween(id, from, to).reduce((sum, level) => sum + agents(FACETS.level(level)), 0)
  return {
    agents: agents(EVERY_AGENT),
    kinds: KINDS.map((id) => ({ id, agents: agents(FACETS.kind(id)) })),
    formulas: FORMULA_IDS.map((id) => ({
      id,
      severities: WORST_FIRST.map((severity) => ({
        id: severity,
        agents: agents(FACETS.band(id, severity)),
      })),
    })),
    factors: FACTOR_IDS.map((id) => ({
      id,
      thirds: THIRDS.map((third) => ({ id: third, agents: rated(id, RATINGS[third]) })),
    })),
  }
}

const COUNTED: readonly string[] = [
  EVERY_AGENT,
  ...KINDS.map(FACETS.kind),
  ...FORMULA_IDS.flatMap((formula) => WORST_FIRST.map((severity) => FACETS.band(formula, severity))),
  ...FACTOR_IDS.flatMap(everyLevel).map(FACETS.level),
]
