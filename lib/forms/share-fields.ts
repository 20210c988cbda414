import { z } from 'zod'
import { LIMITS } from '@/lib/assessment/limits'
import { line } from '@/lib/assessment/text'
import { err, ok, type Result } from '@/lib/base/result'
import { SECTIONS } from '@/lib/report/sections'

/** Whom a link is for. */
export const shareLabel = line('The label', LIMITS.name)

export const sharedSections = z.enum(SECTIONS, 'Choose what is shown.')

/** For how many days a link may be made to work; the other choices are words. */
export const EXPIRY_DAYS = [1, 7, 30, 90] as const

export const expiryChoice = z.enum(
  ['keep', 'never', ...EXPIRY_DAYS.map(String)],
  'Choose one of the times that are offered.',
)

/** What a browser sends of a day, or nothing. */
export const lastDay = z.union([
  z.literal(''),
  z.iso
    .date('Write a day such as 2026-12-31.')
    .refine((day) => day >= '2000-01-01' && day < '2200-01-01', 'Choose a day before the year 2200.'),
])

/**
 * When a link ends: a day that was chosen counts, up to its end in UTC, and otherwise the choice; undefined for what is
 * to stay, null for never.
 */
export function readExpiry(
  { expiry, until }: { readonly expiry: string; readonly until: string },
  now: Date,
): Result<Date | null | undefined, string> {
  if (until !== '') {
    const end = new Date(Date.parse(until) + DAY_MS)
    return end > now ? ok(end) : err('This day is over. Choose a later one, or none.')
  }
  if (expiry === 'keep') return ok(undefined)
  return ok(expiry === 'never' ? null : new Date(now.getTime() + Number(expiry) * DAY_MS))
}

const DAY_MS = 86_400_000

/** Shorter than that of an account: it is told to readers, guessed five times a minute, and protects one link. */
export const SHARE_PASSWORD = { lengthMin: 8, lengthMax: 128 } as const

export const NO_TEXT = /\0|\p{Surrogate}/u
export const NO_TEXT_SENTENCE = 'This holds a character that is no text.'

/** As a form sends it, where an empty field is none. */
export const sharePassword = z.string().superRefine((password, context) => {
  const length = [...password].length
  const message =
    length > 0 && length < SHARE_PASSWORD.lengthMin
      ? `Use at least ${SHARE_PASSWORD.lengthMin} characters, or none for a link without a password.`
      : length > SHARE_PASSWORD.lengthMax
        ? `Use at most ${SHARE_PASSWORD.lengthMax} characters.`
        : NO_TEXT.test(password)
          ? NO_TEXT_SENTENCE
          : undefined
  if (message !== undefined) context.addIssue({ code: 'custom', message })
})
