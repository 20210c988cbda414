import { z } from 'zod'
import { AUDITED_ACTIONS } from '@/lib/audit/sentences'
import { momentSchema } from '@/lib/search/moment'

export const SUBJECT_KINDS = [
  'workspace',
  'member',
  'invitation',
  'agent',
  'user',
  'share',
  'badge',
  'token',
  'run',
  'comparison',
  'view',
] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

const day = (which: string) =>
  z.iso
    .date(`${which} is a date such as 2026-11-20.`)
    .refine((text) => text >= '2000-01-01' && text < '2200-01-01', `${which} is a date such as 2026-11-20.`)
    .meta({ pattern: '^2[01]\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' })

const UUID = '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}'

/** A kind of subject, or one subject of that kind. */
const subjectSchema = z
  .string()
  .max(60)
  .transform((text, context) => {
    const [kind, id] = text.split(':')
    const parsed = z
      .strictObject({ kind: z.enum(SUBJECT_KINDS), id: z.uuid().optional() })
      .safeParse({ kind, id })
    if (parsed.success && text.split(':').length <= 2) return parsed.data
    context.addIssue({
      code: 'custom',
      message: `Use one of ${SUBJECT_KINDS.join(', ')}, or one of these with an id behind a colon.`,
    })
    return z.NEVER
  })
  .meta({ pattern: `^(${SUBJECT_KINDS.join('|')})(:${UUID})?$` })

/** What the log can be asked; days count in UTC, the last one included. */
export const AUDIT_FIELDS = {
  person: z.uuid('The person is an id.').optional().describe('What this person did.'),
  action: z.enum(AUDITED_ACTIONS, 'The log has no such action.').optional().describe('What was done.'),
  subject: subjectSchema
    .optional()
    .describe('What it was done to: a kind, or a kind with an id behind a colon.'),
  from: day('The first day').optional().describe('The first day, in UTC.'),
  until: day('The last day').optional().describe('The last day, itself included.'),
}

export const isInOrder = ({
  from,
  until,
}: {
  from?: string | undefined
  until?: string | undefined
}): boolean => from === undefined || until === undefined || from <= until
export const ORDER = { path: ['until'], message: 'The last day lies before the first.' }

export const auditFilterSchema = z.strictObject(AUDIT_FIELDS).refine(isInOrder, ORDER)
export type AuditFilter = z.output<typeof auditFilterSchema>

/** Where a page of the log ended. */
export type AuditPlace = { readonly at: Date; readonly id: string }

export const auditPlaceSchema = z
  .string()
  .max(80)
  .transform((text, context): AuditPlace => {
    const [at, id] = text.split('_')
    const parsed = z.strictObject({ at: momentSchema, id: z.uuid() }).safeParse({ at, id })
    if (parsed.success) return { at: new Date(parsed.data.at), id: parsed.data.id }
    context.addIssue({ code: 'custom', message: 'This is no place in the log. Start again from the newest.' })
    return z.NEVER
  })
  .meta({ format: 'cursor' })

export const auditPageSchema = z
  .strictObject({ ...AUDIT_FIELDS, after: auditPlaceSchema.optional() })
  .refine(isInOrder, ORDER)

export const formatPlace = ({ at, id }: AuditPlace): string => `${at.toISOString()}_${id}`

/** A filter as it stands behind the question mark of an address. */
export function auditQuery(
  { person, action, subject, from, until }: AuditFilter,
  change: Readonly<Record<string, string>> = {},
): string {
  const asked = { person, action, subject: subject && formatSubject(subject), from, until, ...change }
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(asked)) if (value !== undefined) query.set(key, value)
  return query.size === 0 ? '' : `?${query}`
}

export const formatSubject = ({ kind, id }: { kind: SubjectKind; id?: string | undefined }): string =>
  id === undefined ? kind : `${kind}:${id}`
