import type { FormulaShape } from '@/lib/aivss/formula'
import { aivss05 } from '@/lib/aivss/formulas/aivss-0.5'
import { aivss08 } from '@/lib/aivss/formulas/aivss-0.8'
import { aivss10Floor } from '@/lib/aivss/formulas/aivss-1.0-floor'

/** A new formula is its file and a line here; its rank alone places it. */
const BY_ID = {
  'aivss-0.8': aivss08,
  'aivss-1.0-floor': aivss10Floor,
  'aivss-0.5': aivss05,
} as const

export type FormulaId = keyof typeof BY_ID
export type Formula = FormulaShape<FormulaId>

/** Every formula in the order of display, the headline first. */
export const FORMULAS: readonly Formula[] = Object.values(BY_ID).toSorted((a, b) => a.rank - b.rank)

export const FORMULA_IDS: readonly FormulaId[] = FORMULAS.map((formula) => formula.id)

export const HEADLINE_FORMULA: Formula = aivss08

export const formulaOf = (id: FormulaId): Formula => BY_ID[id]
