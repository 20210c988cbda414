import {
  FACTOR_IDS,
  FACTOR_SET_IDS,
  FACTOR_SETS,
  FACTORS,
  type FactorId,
  type FactorSetId,
  SHARED_FACTOR_IDS,
} from '@/lib/aivss/factors'
import { FORMULA_IDS, type FormulaId, formulaOf } from '@/lib/aivss/formulas'

/** A rule that no single field can hold, broken: where, and what to put right. */
export type Breach = { readonly path: readonly string[]; readonly message: string }

/**
 * The fields that the rules look at. They are read as unknown, because the rules also run on a document in
 * which some other field, or one of these, has already been refused.
 */
type Fields = {
  readonly formula?: unknown
  readonly factorSet?: unknown
  readonly mitigationFactor?: unknown
  readonly factors?: unknown
}

export const breachesOfDraft = (fields: Fields): readonly Breach[] => {
  const { formula, factorSet, given } = read(fields)
  return [
    ...(formula === undefined ? [] : needlessMitigation(formula, fields.mitigationFactor)),
    ...(factorSet === undefined || given === undefined ? [] : foreignFactors(given, factorSet)),
  ]
}

export const breachesOfDocument = (fields: Fields): readonly Breach[] => {
  const { formula, factorSet, given } = read(fields)
  return [
    ...breachesOfDraft(fields),
    ...(formula === undefined ? [] : missingMitigation(formula, fields.mitigationFactor)),
    ...(factorSet === undefined || given === undefined
      ? []
      : missingFactors(given, FACTOR_SETS[factorSet].factors)),
  ]
}

/** A request names no factor set: its factors tell. */
export const breachesOfRequest = (fields: Fields): readonly Breach[] => {
  const { formula, given } = read(fields)
  return [
    ...(formula === undefined ? [] : needlessMitigation(formula, fields.mitigationFactor)),
    ...(given === undefined ? [] : [...missingFactors(given, SHARED_FACTOR_IDS), ...undecidedSet(given)]),
  ]
}

const read = (fields: Fields) => ({
  formula: FORMULA_IDS.find((id) => id === fields.formula),
  factorSet: FACTOR_SET_IDS.find((id) => id === fields.factorSet),
  given: givenFactors(fields.factors),
})

/** The factors that are there, right or wrong; undefined where there is nothing to look into. */
const givenFactors = (factors: unknown): readonly FactorId[] | undefined => {
  if (typeof factors !== 'object' || factors === null || Array.isArray(factors)) return undefined
  const entries = new Map<string, unknown>(Object.entries(factors))
  return FACTOR_IDS.filter((id) => entries.get(id) !== undefined)
}

const factorTitle = (id: FactorId): string => `${FACTORS[id].name} (${id})`

const missingFactors = (given: readonly FactorId[], wanted: readonly FactorId[]): readonly Breach[] =>
  wanted
    .filter((id) => !given.includes(id))
    .map((id) => ({
      path: ['factors', id],
      message: `${factorTitle(id)} is missing; rate it from 0 to 1. A missing factor is never taken as 0.`,
    }))

const foreignFactors = (given: readonly FactorId[], factorSet: FactorSetId): readonly Breach[] =>
  given
    .filter((id) => !FACTOR_SETS[factorSet].factors.includes(id))
    .map((id) => ({
      path: ['factors', id],
      message: `${factorTitle(id)} is not in the factor set ${factorSet}; remove it, or choose the other set.`,
    }))

const undecidedSet = (given: readonly FactorId[]): readonly Breach[] => {
  const goalPlanning = given.includes('goalPlanning')
  if (goalPlanning !== given.includes('language')) return []
  const choice = 'goalPlanning (factor set goal-planning) or language (natural-language)'
  return goalPlanning
    ? [{ path: ['factors', 'language'], message: `There are eleven factors; give ${choice}, not both.` }]
    : [{ path: ['factors', 'goalPlanning'], message: `The tenth factor is missing; give ${choice}.` }]
}

const needlessMitigation = (formula: FormulaId, mitigation: unknown): readonly Breach[] =>
  mitigation === undefined || formulaOf(formula).usesMitigation
    ? []
    : [
        {
          path: ['mitigationFactor'],
          message: `${formulaOf(formula).title} has no mitigation factor; remove it, or choose another formula.`,
        },
      ]

const missingMitigation = (formula: FormulaId, mitigation: unknown): readonly Breach[] =>
  mitigation === undefined && formulaOf(formula).usesMitigation
    ? [
        {
          path: ['mitigationFactor'],
          message: 'mitigationFactor is missing; give its value, 1 where nothing mitigates.',
        },
      ]
    : []

type Cvss = { readonly base?: unknown; readonly vector?: unknown }

export const bothBases = ({ base, vector }: Cvss): readonly Breach[] =>
  base !== undefined && vector !== undefined
    ? [
        {
          path: [],
          message: 'CVSS is given twice; keep the vector, from which the base is computed, or the base.',
        },
      ]
    : []

export const missingBase = ({ base, vector }: Cvss): readonly Breach[] =>
  base === undefined && vector === undefined
    ? [
        {
          path: [],
          message: 'CVSS is missing; give a vector (v4.0 or v3.1), or a base from 0 to 10 with one decimal.',
        },
      ]
    : []
