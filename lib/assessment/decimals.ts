import { z } from 'zod'
import { exactScaled } from '@/lib/aivss/decimal'

type Range = { readonly places: number; readonly min: number; readonly max: number; readonly example: number }

/** A number that is exactly a decimal within a range; what a calculation left behind, as in 0.30000000000000004, is not. */
const decimal = (label: string, { places, min, max, example }: Range) => {
  const message = `${label} is a number from ${min} to ${max} with at most ${PLACES[places]}, such as ${example}.`
  return (
    z
      .number({
        error: (issue) =>
          issue.input === undefined ? `${label} is missing; give a number from ${min} to ${max}.` : message,
      })
      .refine((value) => value >= min && value <= max && exactScaled(value, places) !== null, {
        error: message,
      })
      // No multipleOf: common validators divide in binary and would refuse 0.29 as a multiple of 0.01.
      .meta({ minimum: min, maximum: max, description: `At most ${PLACES[places]}.` })
  )
}

const PLACES: Readonly<Record<number, string>> = { 1: 'one decimal', 2: 'two decimals' }

export const factorDecimal = (label: string) => decimal(label, { places: 2, min: 0, max: 1, example: 0.85 })

export const threatDecimal = decimal('The threat multiplier', {
  places: 2,
  min: 0.5,
  max: 1.5,
  example: 0.97,
})

export const mitigationDecimal = decimal('The mitigation factor', {
  places: 2,
  min: 0,
  max: 1,
  example: 0.83,
})

export const baseDecimal = decimal('The CVSS base', { places: 1, min: 0, max: 10, example: 9.1 })
