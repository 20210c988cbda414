import { exportAudit } from '@/lib/audit/export-csv'
import { auditFilterSchema } from '@/lib/audit/filter'
import { forMembers } from '@/lib/http/for-members'
import { reading } from '@/lib/http/operation'
import { streamedFile } from '@/lib/http/respond'
import { route } from '@/lib/http/route'
import { isoDay } from '@/lib/report/dates'

export const dynamic = 'force-dynamic'

/** The log as a table, with the filter of its page. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: forMembers('audit.read', (right) =>
    reading({
      query: auditFilterSchema,
      handle: ({ query, params }) =>
        streamedFile(
          `audit-${params['workspace']}-${isoDay(new Date())}.csv`,
          'text/csv; charset=utf-8; header=present',
          exportAudit(right, query),
        ),
    }),
  ),
})
