import { z } from 'zod'
import { LIMITS } from '@/lib/assessment/limits'
import { line } from '@/lib/assessment/text'
import { SECTIONS } from '@/lib/report/sections'

/** What a link is made of, by a form and by the API alike. */
export const shareLabel = line('The label', LIMITS.name)

export const shareSections = z.enum(SECTIONS, `Use one of ${SECTIONS.join(', ')}.`)

const PASSWORD_MIN = 8
const PASSWORD_MAX = 128
const PASSWORD_SENTENCE = `Use ${PASSWORD_MIN} to ${PASSWORD_MAX} characters.`

/** Told to whoever gets the link, so it may be shorter than an account's; guesses are limited to five a minute. */
export const sharePassword = z
  .string()
  .refine((text) => [...text].length >= PASSWORD_MIN && [...text].length <= PASSWORD_MAX, PASSWORD_SENTENCE)
  .refine((text) => !/\0|\p{Surrogate}/u.test(text), 'This holds a character that is no text.')
  .meta({ minLength: PASSWORD_MIN, maxLength: PASSWORD_MAX, pattern: '^[^\\u0000\\uD800-\\uDFFF]*$' })

/** A moment that lies ahead. */
export const shareExpiry = z.iso
  .datetime({ error: 'Use a moment such as 2030-12-31T00:00:00Z.' })
  .refine((text) => text < '9999', 'Use a moment such as 2030-12-31T00:00:00Z.')
  .transform((text) => new Date(text))
  .refine((moment) => moment.getTime() > Date.now(), 'The link would be over before anybody could use it.')
