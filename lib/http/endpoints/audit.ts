import { z } from 'zod'
import { AUDIT_FIELDS, auditPlaceSchema, isInOrder, ORDER } from '@/lib/audit/filter'
import { auditPageSchema } from '@/lib/audit/serializer'
import { AUDIT_ANSWER } from '@/lib/http/answer-examples'
import { endpoint, nothing } from '@/lib/http/endpoint'
import { limit } from '@/lib/search/rows-limit'

export const listAuditEndpoint = endpoint({
  id: 'listAudit',
  tag: 'audit',
  method: 'GET',
  path: '/api/v1/audit',
  summary: 'Read the audit log of the workspace',
  description: 'The newest first; days count in UTC. Needs a token that an owner made.',
  action: 'audit.read',
  params: nothing,
  query: z
    .strictObject({
      ...AUDIT_FIELDS,
      limit,
      cursor: auditPlaceSchema.optional().describe('The `nextCursor` of the page before.'),
    })
    .refine(isInOrder, ORDER),
  body: undefined,
  answers: { 200: { description: 'One page.', schema: auditPageSchema, example: AUDIT_ANSWER } },
})
