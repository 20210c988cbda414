import { mix } from '@/lib/generator/random'

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')
const grouped = (text: string): string =>
  [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-')

/**
 * Ids of version 7, as the product makes them, for the rows of an agent. They end as its own id does and count their
 * places, so that no two rows share one, however many agents there are in a millisecond.
 */
export function rowIds(agentId: string): (at: Date) => string {
  const ending = agentId.replaceAll('-', '').slice(-ENDING_DIGITS)
  let place = 0
  return (at) => grouped(`${hex(at.getTime(), 12)}7${hex(place++, 3)}${ending}`)
}

export const AGENTS_MAX = 0xff_ff_ff

/** The id of an agent ends with its seed and its number, so that a later run goes on behind it. */
export const agentId = (at: Date, seed: number, number: number): string =>
  grouped(
    `${hex(at.getTime(), 12)}7${hex(mix(seed, 1) & 0xfff, 3)}${seedEnding(seed)}${hex(number, NUMBER_DIGITS)}`,
  )

export const NUMBER_DIGITS = 6
const ENDING_DIGITS = 16

/** What stands before the number in every id of this seed. */
export const seedEnding = (seed: number): string =>
  hex(0x8000 | (mix(seed, 2) & 0x3fff), 4) + hex(mix(seed, 3) & 0xff_ff_ff, 6)
