import { formatHundredths, formatTenths } from '@/lib/aivss/decimal'
import { FACTOR_SET_IDS, FACTOR_SETS, FACTORS, type FactorId, type FactorSetId } from '@/lib/aivss/factors'
import { FORMULA_IDS, type FormulaId, formulaOf } from '@/lib/aivss/formulas'
import { type CvssInput, rateFactors, ratingsOf, type ScoreInput } from '@/lib/aivss/score-input'
import { err, ok, type Result } from '@/lib/base/result'

/** Says whose vector it is, and which version of the grammar in docs/decisions/0001-scoring-core.md. */
export const VECTOR_PREFIX = 'FULLSCORE:1'

/** One canonical line for an assessment; `parseVector` reads exactly these lines back. */
export const formatVector = (input: ScoreInput): string =>
  [
    VECTOR_PREFIX,
    `F:${input.formula}`,
    `S:${input.factorSet}`,
    `T:${formatHundredths(input.threatHundredths)}`,
    ...(formulaOf(input.formula).usesMitigation
      ? [`M:${formatHundredths(input.mitigationHundredths ?? 100)}`]
      : []),
    ...ratingsOf(input).map(({ id, hundredths }) => `${FACTORS[id].code}:${formatHundredths(hundredths)}`),
    input.cvss.source === 'asserted' ? `C:${formatTenths(input.cvss.baseTenths)}` : input.cvss.vector,
  ].join('/')

/** Computes the base of a CVSS vector. The core takes it as an argument, as it imports no CVSS of its own. */
export type ReadCvss = (
  vector: string,
) => Result<{ readonly version: '4.0' | '3.1'; readonly vector: string; readonly baseTenths: number }, string>

export const parseVector = (text: string, readCvss: ReadCvss): Result<ScoreInput, string> => {
  const fields = text.slice(0, LENGTH_MAX).split('/')
  if (text.length > LENGTH_MAX) return err(`A vector has at most ${LENGTH_MAX} characters.`)
  if (fields[0] !== VECTOR_PREFIX) return err(`A vector of ours begins with ${VECTOR_PREFIX}/.`)
  const formula = FORMULA_IDS.find((id) => fields[1] === `F:${id}`)
  if (formula === undefined) return err(`F names the formula: one of ${FORMULA_IDS.join(', ')}.`)
  const factorSet = FACTOR_SET_IDS.find((id) => fields[2] === `S:${id}`)
  if (factorSet === undefined) return err(`S names the factor set: one of ${FACTOR_SET_IDS.join(', ')}.`)
  const numbers = readNumbers(fields.slice(3), expectedFields(formula, factorSet))
  if (!numbers.ok) return numbers
  const cvss = readBase(fields.slice(3 + numbers.value.size).join('/'), readCvss)
  if (!cvss.ok) return cvss
  return ok({
    formula,
    cvss: cvss.value,
    threatHundredths: numbers.value.get('T') ?? 0,
    mitigationHundredths: numbers.value.get('M') ?? null,
    ...rateFactors(factorSet, (id) => numbers.value.get(FACTORS[id].code) ?? 0),
  })
}

/** Longer than any canonical vector: the longest CVSS v4.0 base vector included, it stays under 250. */
const LENGTH_MAX = 400

type Field = { readonly code: string; readonly name: string; readonly min: number; readonly max: number }

const THREAT: Field = { code: 'T', name: 'threat multiplier', min: 50, max: 150 }
const MITIGATION: Field = { code: 'M', name: 'mitigation factor', min: 0, max: 100 }

const expectedFields = (formula: FormulaId, factorSet: FactorSetId): readonly Field[] => [
  THREAT,
  ...(formulaOf(formula).usesMitigation ? [MITIGATION] : []),
  ...FACTOR_SETS[factorSet].factors.map(factorField),
]

const factorField = (id: FactorId): Field => ({
  code: FACTORS[id].code,
  name: FACTORS[id].name,
  min: 0,
  max: 100,
})

const readNumbers = (
  texts: readonly string[],
  expected: readonly Field[],
): Result<ReadonlyMap<string, number>, string> => {
  const numbers = new Map<string, number>()
  for (const [index, field] of expected.entries()) {
    const [code, digits, ...rest] = (texts[index] ?? '').split(':')
    const hundredths = /^[01]\.[0-9]{2}$/.test(digits ?? '')
      ? Number((digits ?? '').replace('.', ''))
      : Number.NaN
    const inRange = hundredths >= field.min && hundredths <= field.max
    if (code !== field.code || rest.length > 0 || !inRange) return err(expectation(field))
    numbers.set(field.code, hundredths)
  }
  return ok(numbers)
}

const expectation = ({ code, name, min, max }: Field): string =>
  `Expected ${code}, the ${name}, from ${formatHundredths(min)} to ${formatHundredths(max)} with two decimals, such as ${code}:${formatHundredths(max)}.`

const readBase = (text: string, readCvss: ReadCvss): Result<CvssInput, string> => {
  if (text.startsWith('CVSS:')) {
    const read = readCvss(text)
    if (!read.ok) return read
    const { version, vector, baseTenths } = read.value
    if (vector !== text) return err(`The CVSS vector is not in its canonical order; write it as ${vector}.`)
    return ok({ source: version === '4.0' ? 'cvss-4.0' : 'cvss-3.1', baseTenths, vector })
  }
  const match = /^C:(10\.0|[0-9]\.[0-9])$/.exec(text)
  if (match === null)
    return err('The vector ends with C, the CVSS base with one decimal, or with a CVSS vector.')
  return ok({ source: 'asserted', baseTenths: Number((match[1] ?? '').replace('.', '')) })
}
