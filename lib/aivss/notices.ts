import { formatHundredths, formatTenths } from '@/lib/aivss/decimal'
import { type Derivation, derive } from '@/lib/aivss/derivation'
import { FACTOR_SETS } from '@/lib/aivss/factors'
import type { PublishedValue } from '@/lib/aivss/formula'
import { formulaOf } from '@/lib/aivss/formulas'
import type { ScoreInput } from '@/lib/aivss/score-input'

/** In the order in which notices are listed: what most changes how a score is read comes first. */
export const NOTICE_CODES = [
  'withdrawn-formula',
  'below-cvss-base',
  'capped',
  'factor-set-off-paper',
  'threat-multiplier-off-list',
  'mitigation-factor-off-list',
  'cvss-3-baseline',
  'cvss-asserted',
] as const

export type NoticeCode = (typeof NOTICE_CODES)[number]

/** Something that a reader of a score should know; never an error. */
export type Notice = { readonly code: NoticeCode; readonly message: string }

export const noticesOf = (derivation: Derivation, input: ScoreInput): readonly Notice[] =>
  NOTICE_CODES.flatMap((code) => {
    const message = MESSAGES[code](derivation, input)
    return message === null ? [] : [{ code, message }]
  })

/** In two or three words, for a table row that has no room for the message. */
export const NOTICE_LABELS: Readonly<Record<NoticeCode, string>> = {
  'withdrawn-formula': 'withdrawn formula',
  'below-cvss-base': 'below its CVSS base',
  capped: 'capped at 10.0',
  'factor-set-off-paper': 'factor set off the paper',
  'threat-multiplier-off-list': 'T off the published list',
  'mitigation-factor-off-list': 'M off the published list',
  'cvss-3-baseline': 'CVSS v3.1 base',
  'cvss-asserted': 'CVSS base asserted',
}

/** Each gives the message for a case that deserves its notice, and null for any other. */
const MESSAGES: Readonly<Record<NoticeCode, (derivation: Derivation, input: ScoreInput) => string | null>> = {
  'withdrawn-formula': ({ formula }) =>
    formula.status === 'withdrawn'
      ? `${formula.title} is no longer recommended by its authors. Read this score as history and do not rank it beside scores of another formula.`
      : null,

  'below-cvss-base': ({ formula, terms, roundedTenths }, input) =>
    roundedTenths < terms.baseTenths && formula.belowBaseReason !== null
      ? `The score ${formatTenths(roundedTenths)} lies below the CVSS base ${formatTenths(terms.baseTenths)}, because ${formula.belowBaseReason}. The floor formula proposed for 1.0, which never does that, gives ${floorScore(input)}.`
      : null,

  capped: ({ roundedTenths, scoreTenths }) =>
    roundedTenths > scoreTenths
      ? `The formula gives ${formatTenths(roundedTenths)}; the scale ends at 10.0, so the score stands at ${formatTenths(scoreTenths)}. Two capped scores can hide a difference.`
      : null,

  'factor-set-off-paper': ({ formula }, input) =>
    formula.paperFactorSet !== null && formula.paperFactorSet !== input.factorSet
      ? `${formula.title} is defined on the ${FACTOR_SETS[formula.paperFactorSet].name} of factors; this score uses the ${FACTOR_SETS[input.factorSet].name}, a mixture that no paper describes.`
      : null,

  'threat-multiplier-off-list': ({ formula, terms }) =>
    isListed(terms.threatHundredths, formula.threatMultipliers)
      ? null
      : `The threat multiplier ${formatHundredths(terms.threatHundredths)} is off the published list (${listed(formula.threatMultipliers)}). It is the author's own judgement, so compare this score with care.`,

  'mitigation-factor-off-list': ({ formula, terms }) =>
    !formula.usesMitigation || isListed(terms.mitigationHundredths, formula.mitigationFactors)
      ? null
      : `The mitigation factor ${formatHundredths(terms.mitigationHundredths)} is off the published list (${listed(formula.mitigationFactors)}). It is the author's own judgement, so compare this score with care.`,

  'cvss-3-baseline': (_, { cvss }) =>
    cvss.source === 'cvss-3.1'
      ? `The CVSS base ${formatTenths(cvss.baseTenths)} comes from a v3.1 vector. The 0.8 paper builds on v4.0, which alone rates what a compromise does to subsequent systems; rate the case in v4.0 where you can.`
      : null,

  'cvss-asserted': (_, { cvss }) =>
    cvss.source === 'asserted'
      ? `The CVSS base ${formatTenths(cvss.baseTenths)} was given as a number, without a vector that shows how it came about, so nobody can check it here.`
      : null,
}

const isListed = (hundredths: number, values: readonly PublishedValue[]): boolean =>
  values.some((value) => value.hundredths === hundredths)

const listed = (values: readonly PublishedValue[]): string =>
  values.map((value) => `${formatHundredths(value.hundredths)} ${value.label.toLowerCase()}`).join(', ')

const floorScore = (input: ScoreInput): string =>
  formatTenths(derive(formulaOf('aivss-1.0-floor'), input).scoreTenths)
