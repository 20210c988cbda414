import { z } from 'zod'
import { SUBJECT_KINDS } from '@/lib/audit/filter'
import type { AuditEntry } from '@/lib/audit/queries'

/** A row of the log as the API gives it out, in the words of its page. */
export const auditItemSchema = z.strictObject({
  id: z.uuid(),
  at: z.iso.datetime(),
  action: z.string(),
  sentence: z.string().describe('In the words of today: whoever is gone is a former member.'),
  person: z.uuid().nullable().describe('Null for what the machine did.'),
  subject: z.strictObject({ kind: z.enum(SUBJECT_KINDS), id: z.uuid().nullable() }),
  address: z.string().nullable(),
  requestId: z.uuid().nullable(),
})

export const auditPageSchema = z.strictObject({
  items: z.array(auditItemSchema),
  nextCursor: z.string().nullable(),
})

export const serializeAuditEntry = (entry: AuditEntry): z.input<typeof auditItemSchema> => ({
  id: entry.id,
  at: entry.at.toISOString(),
  action: entry.action,
  sentence: entry.sentence,
  person: entry.personId,
  subject: { kind: z.enum(SUBJECT_KINDS).parse(entry.subjectKind), id: entry.subjectId },
  address: entry.address,
  requestId: entry.requestId,
})
