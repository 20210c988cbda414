import { formatHundredths } from '@/lib/aivss/decimal'

/** From here on a factor counts as high; the beginning of a level, so that it is counted already. */
export const HIGH_HUNDREDTHS = 80

export const HIGH_TEXT = formatHundredths(HIGH_HUNDREDTHS)
