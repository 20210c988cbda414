import type { FactorSetId } from '@/lib/aivss/factors'

/** What one published formula is: its place in history, its published values, and its arithmetic. */
export type FormulaShape<Id extends string> = {
  readonly id: Id
  /** Its place in the order of display. It is stored beside listings: once published, never changed and never reused. */
  readonly rank: number
  readonly title: string
  readonly status: 'current' | 'proposed' | 'withdrawn'
  /** The formula for people, with C, F, T and M as letters. */
  readonly equation: string
  readonly about: string
  /** The factor set of the paper that defines the formula; null where no paper ties it to one. */
  readonly paperFactorSet: FactorSetId | null
  readonly threatMultipliers: readonly PublishedValue[]
  readonly defaultThreatHundredths: number
  readonly usesMitigation: boolean
  /** Empty where the formula has no mitigation factor. */
  readonly mitigationFactors: readonly PublishedValue[]
  /** Why a score may lie below its CVSS base; null where it cannot. */
  readonly belowBaseReason: string | null
  readonly compute: (terms: Terms) => Computation
}

/** A value that a paper lists, and what the paper says it stands for. */
export type PublishedValue = {
  readonly hundredths: number
  readonly label: string
  readonly meaning: string
}

/** C in tenths; F, T and M in hundredths. Mitigation is 1.00 where a formula does not use it. */
export type Terms = {
  readonly baseTenths: number
  readonly factorSumHundredths: number
  readonly threatHundredths: number
  readonly mitigationHundredths: number
}

/** The exact results, before any rounding, with the expression that a pencil would follow. */
export type Computation = {
  readonly aarsMillionths: number
  readonly aarsExpression: string
  readonly scoreHundredMillionths: number
  readonly scoreExpression: string
}
