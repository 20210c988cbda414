import type { FactorId } from '@/lib/aivss/factors'
import type { FormulaId } from '@/lib/aivss/formulas'
import type { Severity } from '@/lib/aivss/severity'
import type { Kind } from '@/lib/assessment/kinds'

type Counted<Id> = { readonly id: Id; readonly agents: number }

/** What the library holds, counted. Scores are never averaged: they only have an order. */
export type LibraryStatistics = {
  readonly agents: number
  readonly kinds: readonly Counted<Kind>[]
  /** By the formula, because a severity under one is not that under another. */
  readonly formulas: readonly { readonly id: FormulaId; readonly severities: readonly Counted<Severity>[] }[]
  /** How many agents have a factor rated low, in the middle and high. */
  readonly factors: readonly { readonly id: FactorId; readonly thirds: readonly Counted<Third>[] }[]
}

/** Such as `0..0.39` in an address. */
export const THIRDS = ['0..0.39', '0.4..0.69', '0.7..1'] as const
export type Third = (typeof THIRDS)[number]
