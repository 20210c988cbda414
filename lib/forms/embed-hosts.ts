import { z } from 'zod'
import { readEmbedHosts } from '@/lib/report/embed-hosts'

/** As many as could be read, and then some: a sentence says what is wrong with more. */
const CHARACTERS_MAX = 10_000

/** The hosts that may show the card, as they are typed. */
export const embedHosts = z
  .string()
  .max(CHARACTERS_MAX, 'That is more than twenty hosts can be. Name one host a line.')
  .transform((text, context): readonly string[] => {
    const read = readEmbedHosts(text)
    if (read.ok) return read.value
    context.addIssue({ code: 'custom', message: read.error })
    return z.NEVER
  })
