import { z } from 'zod'
import { NO_TEXT, NO_TEXT_SENTENCE, SHARE_PASSWORD } from '@/lib/forms/share-fields'
import { SECTIONS } from '@/lib/report/sections'

/** What a link is made of, as programs send it. */
export const shareSections = z.enum(SECTIONS, `Use one of ${SECTIONS.join(', ')}.`)

const { lengthMin, lengthMax } = SHARE_PASSWORD
const isOfLength = (text: string): boolean => [...text].length >= lengthMin && [...text].length <= lengthMax

export const sharePassword = z
  .string()
  .refine(isOfLength, `Use ${lengthMin} to ${lengthMax} characters.`)
  .refine((text) => !NO_TEXT.test(text), NO_TEXT_SENTENCE)
  .meta({ minLength: lengthMin, maxLength: lengthMax, pattern: '^[^\\u0000\\uD800-\\uDFFF]*$' })

/** A moment that lies ahead. */
export const shareExpiry = z.iso
  .datetime({ error: 'Use a moment such as 2030-12-31T00:00:00Z.' })
  .refine((text) => text < '9999', 'Use a moment such as 2030-12-31T00:00:00Z.')
  .transform((text) => new Date(text))
  .refine((moment) => moment.getTime() > Date.now(), 'The link would be over before anybody could use it.')
