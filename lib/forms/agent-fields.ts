import { z } from 'zod'
import { KINDS } from '@/lib/assessment/kinds'
import { LIMITS } from '@/lib/assessment/limits'
import { line, prose } from '@/lib/assessment/text'

/** The fields of the forms about agents, each with its own sentence. */
export const agentName = line('The name', LIMITS.name).refine(
  (name) => name !== '',
  'Give the agent a name, such as the one of the product.',
)

export const kind = z.enum(KINDS, 'Choose what sort of system it is.')

/** A browser ends the lines of a text area as mail does; stored text has line feeds alone. */
export const publishNote = z
  .string()
  .transform((text) => text.replace(/\r\n?/g, '\n').trim())
  .pipe(prose('The note', LIMITS.publishNote))

export const byline = line('The byline', LIMITS.byline)

/** The end of an address, as it is typed. */
export const slugField = z
  .string()
  .trim()
  .max(80, 'An address has at most 80 characters.')
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'Use small letters, digits and single hyphens between them, such as mail-assistant.',
  )

export const wholeNumber = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, 'Send the form of the page.')
  .transform(Number)
