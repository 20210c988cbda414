import { z } from 'zod'

/** From one value to another, both included; an end that is left out is open. Numbers are whole, in steps of the scale. */
export type Range<T> = { readonly from?: T; readonly to?: T }

/** How a number stands in an address, and the whole number that a row has for it. */
export type Scale = { readonly places: 0 | 1 | 2; readonly min: number; readonly max: number }

const stepsOf = (places: number): number => 10 ** places

/** Such as `0.8..1`, `..0.5` or `7..`. */
export const numberRange = ({ places, min, max }: Scale) => {
  const message = `Write a range from ${min} to ${max} with two dots, such as ${min}..${max}; one end may be left out.`
  const decimal = new RegExp(places === 0 ? '^\\d{1,4}$' : `^\\d{1,3}(\\.\\d{1,${places}})?$`)
  const read = (text: string): number | undefined => {
    const value = Number(text)
    return decimal.test(text) && value >= min && value <= max
      ? Math.round(value * stepsOf(places))
      : undefined
  }
  return range(read, (a, b) => a <= b, message)
}

/** Days in UTC, such as `2026-10-01..2026-10-31`, both included. */
export const dayRange = () =>
  range(
    (text) => (day.safeParse(text).success ? text : undefined),
    (a, b) => a <= b,
    'Write days with two dots between them, such as 2026-10-01..2026-10-31; one end may be left out.',
  )

const FIRST_DAY = '2000-01-01'
const day = z.iso.date().refine((text) => text >= FIRST_DAY && text < '2200-01-01')

/** All days that can be asked for: whatever has a day is in it. */
export const EVERY_DAY: Range<string> = { from: FIRST_DAY }
export const isEveryDay = ({ from, to }: Range<string>): boolean => from === FIRST_DAY && to === undefined

const TEXT_CHARACTERS_MAX = 40

function range<T extends string | number>(
  read: (text: string) => T | undefined,
  isInOrder: (from: T, to: T) => boolean,
  message: string,
) {
  return z
    .string()
    .max(TEXT_CHARACTERS_MAX, message)
    .transform((text, context): Range<T> => {
      const found = readEnds(text, read)
      if (found && (found.from === undefined || found.to === undefined || isInOrder(found.from, found.to)))
        return found
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    })
    .meta({ format: 'range' })
}

function readEnds<T>(text: string, read: (text: string) => T | undefined): Range<T> | undefined {
  const [first = '', last = '', ...more] = text.split('..').map((end) => end.trim())
  if (more.length > 0 || !text.includes('..') || (first === '' && last === '')) return undefined
  const [from, to] = [read(first), read(last)]
  if ((first !== '' && from === undefined) || (last !== '' && to === undefined)) return undefined
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

/** A range as it stands in an address. */
export const formatNumbers = ({ from, to }: Range<number>, { places }: Scale): string =>
  `${formatEnd(from, places)}..${formatEnd(to, places)}`

/** One end of it as it stands in a field. */
export const formatEnd = (value: number | undefined, places: number): string =>
  value === undefined ? '' : String(value / stepsOf(places))

export const formatDays = ({ from = '', to = '' }: Range<string>): string => `${from}..${to}`
