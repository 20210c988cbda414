import { formatHundredths } from '@/lib/aivss/decimal'
import { FACTOR_IDS, FACTOR_SETS, FACTORS, type FactorId } from '@/lib/aivss/factors'
import type { Draft } from '@/lib/assessment/document'
import { hundredthsOf } from '@/lib/assessment/score-inputs'

/** One factor over all agents. */
export type FactorRow = {
  readonly id: FactorId
  readonly name: string
  /** One for each agent, in the order of the agents. */
  readonly cells: readonly FactorCell[]
  /** Between the highest and the lowest rating; null where fewer than two agents rate the factor. */
  readonly spread: { readonly hundredths: number; readonly text: string } | null
  readonly differs: boolean
}

export type FactorCell = {
  /** Null where the agent does not rate the factor. */
  readonly hundredths: number | null
  /** The rating, or why there is none. */
  readonly text: string
  /** All of the highest are marked, and none where nothing differs. */
  readonly isHighest: boolean
  readonly rationale: string | null
}

export type FactorOrder = 'listed' | 'spread'

/** Ten rows, or eleven where the agents are rated on both sets. */
export const factorRows = (documents: readonly Draft[], order: FactorOrder): readonly FactorRow[] => {
  const rows = FACTOR_IDS.filter((id) => documents.some(({ factorSet }) => isInSet(id, factorSet))).map(
    (id) => rowOf(id, documents),
  )
  return order === 'listed' ? rows : rows.toSorted((one, other) => spreadOf(other) - spreadOf(one))
}

/** A factor that cannot be compared comes after those that can. */
const spreadOf = ({ spread }: FactorRow): number => spread?.hundredths ?? -1

const isInSet = (id: FactorId, factorSet: Draft['factorSet']): boolean =>
  FACTOR_SETS[factorSet].factors.includes(id)

function rowOf(id: FactorId, documents: readonly Draft[]): FactorRow {
  const ratings = documents.map(({ factors }) => {
    const value = factors?.[id]?.value
    return value === undefined ? null : hundredthsOf(value)
  })
  const known = ratings.filter((rating) => rating !== null)
  const highest = Math.max(...known)
  const spread = known.length < 2 ? null : highest - Math.min(...known)
  return {
    id,
    name: FACTORS[id].name,
    cells: documents.map(({ factors, factorSet }, place) => {
      const hundredths = ratings[place] ?? null
      return {
        hundredths,
        text:
          hundredths === null
            ? isInSet(id, factorSet)
              ? 'Not rated yet'
              : 'Not in its set'
            : formatHundredths(hundredths),
        isHighest: spread !== null && spread > 0 && hundredths === highest,
        rationale: factors?.[id]?.rationale ?? null,
      }
    }),
    spread: spread === null ? null : { hundredths: spread, text: formatHundredths(spread) },
    differs: new Set(ratings).size > 1,
  }
}
