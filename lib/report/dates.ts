/** Dates are shown in UTC and in words, so that every reader of a link sees the same day. */
export const formatDay = (date: Date): string => {
  const month = MONTHS[date.getUTCMonth()] ?? ''
  return `${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`
}

/** The same to the minute, for those who look for what happened when. */
export const formatMinute = (date: Date): string =>
  `${formatDay(date)}, ${date.toISOString().slice(11, 16)} UTC`

export const isoDay = (date: Date): string => date.toISOString().slice(0, 10)

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

export const formatTime = (date: Date): string => date.toISOString().slice(11, 16)
