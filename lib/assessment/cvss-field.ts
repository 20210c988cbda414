import { z } from 'zod'
import { bothBases, missingBase } from '@/lib/assessment/cross-fields'
import { baseDecimal } from '@/lib/assessment/decimals'
import { object, rationale } from '@/lib/assessment/fields'
import { ALWAYS, report } from '@/lib/assessment/refine'
import { parseCvss } from '@/lib/cvss/cvss'

const vector = z
  .string({ error: 'The CVSS vector is a text.' })
  .superRefine((text, context) => {
    const read = parseCvss(text)
    if (!read.ok) context.addIssue({ code: 'custom', message: read.error })
  })
  .meta({
    pattern: '^CVSS:(4\\.0|3\\.1)/',
    description: 'A CVSS v4.0 or v3.1 vector of base metrics alone.',
    examples: ['CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:P/VC:L/VI:H/VA:L/SC:L/SI:H/SA:H'],
  })

const SOURCES = { base: baseDecimal.optional(), vector: vector.optional() }

const EITHER = { oneOf: [{ required: ['base'] }, { required: ['vector'] }] }

/** As in a request for a score: a base or a vector. */
export const cvssOfRequest = object('cvss', SOURCES)
  .superRefine((cvss, context) => report(context, [...bothBases(cvss), ...missingBase(cvss)]), ALWAYS)
  .meta(EITHER)

/** As in a document: a base or a vector, with its reason. */
export const cvssOfDocument = object('cvss', { ...SOURCES, rationale })
  .superRefine((cvss, context) => report(context, [...bothBases(cvss), ...missingBase(cvss)]), ALWAYS)
  .meta(EITHER)

/** As in a draft: perhaps neither yet, never both. */
export const cvssOfDraft = object('cvss', { ...SOURCES, rationale })
  .superRefine((cvss, context) => report(context, bothBases(cvss)), ALWAYS)
  .meta({ not: { required: ['base', 'vector'] } })
