import { FACTOR_IDS, FACTORS, type FactorId } from '@/lib/aivss/factors'
import { FORMULA_IDS, HEADLINE_FORMULA } from '@/lib/aivss/formulas'
import { type Score, score } from '@/lib/aivss/score'
import { issuesOf } from '@/lib/assessment/issues'
import { scoreRequestSchema, toScoreInput } from '@/lib/assessment/score-request'
import { err, ok, type Result } from '@/lib/base/result'
import { numberIn } from '@/lib/forms/number'
import type { Flags } from '@/scripts/fullscore/command'
import { type Complaint, complaint } from '@/scripts/fullscore/outcome'

/** `goalPlanning` is `--goal-planning`. */
const flagOf = (id: FactorId): string => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const FIGURES: Flags = {
  formula: { value: 'ID', about: `${FORMULA_IDS.join(', ')} (default ${HEADLINE_FORMULA.id})` },
  base: { value: 'NUMBER', about: 'CVSS base, 0 to 10 with one decimal; or:' },
  vector: { value: 'CVSS:…', about: 'CVSS v4.0 or v3.1 vector, base metrics alone' },
  threat: { value: 'NUMBER', short: 'T', about: 'threat multiplier, 0.5 to 1.5 (default 0.97)' },
  mitigation: { value: 'NUMBER', short: 'M', about: 'mitigation factor, 0 to 1 (default 1)' },
}

/** One flag for each figure that a score is computed from. */
export const SCORE_FLAGS: Flags = {
  ...FIGURES,
  ...Object.fromEntries(
    FACTOR_IDS.map((id) => [flagOf(id), { value: 'NUMBER', about: `${FACTORS[id].name}, 0 to 1` }]),
  ),
}

/** Scores what the flags say; the error names what is missing or wrong by its flag. */
export function scoreFlags(values: Readonly<Record<string, string>>): Result<Score, Complaint> {
  const { formula, base, vector, threat, mitigation } = values
  const request = scoreRequestSchema.safeParse({
    ...(formula !== undefined && { formula }),
    cvss: { ...(base !== undefined && { base: numberOf(base) }), ...(vector !== undefined && { vector }) },
    ...(threat !== undefined && { threatMultiplier: numberOf(threat) }),
    ...(mitigation !== undefined && { mitigationFactor: numberOf(mitigation) }),
    factors: Object.fromEntries(
      FACTOR_IDS.flatMap((id) => {
        const value = values[flagOf(id)]
        return value === undefined ? [] : [[id, numberOf(value)]]
      }),
    ),
  })
  if (request.success) return ok(score(toScoreInput(request.data)))
  const errors = issuesOf(request.error).map(({ path, message }) => ({ path: flagAt(path), message }))
  return err(complaint('There is no score, because figures are missing or wrong.', errors))
}

/** Nothing behind a flag is a wrong value and not an absent one. */
const numberOf = (text: string): number | string => numberIn(text) ?? text

const FLAG_AT: Readonly<Record<string, string>> = {
  formula: '--formula',
  cvss: '--base or --vector',
  'cvss.base': '--base',
  'cvss.vector': '--vector',
  threatMultiplier: '--threat',
  mitigationFactor: '--mitigation',
  ...Object.fromEntries(FACTOR_IDS.map((id) => [`factors.${id}`, `--${flagOf(id)}`])),
}

const flagAt = (path: string): string => FLAG_AT[path] ?? path
