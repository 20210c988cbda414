import { AUDIT_CSV_HEAD, exportAudit } from '@/lib/audit/export-csv'
import { auditFilterSchema } from '@/lib/audit/filter'
import { exported } from '@/lib/http/exported'
import { forMembers } from '@/lib/http/for-members'
import { reading } from '@/lib/http/operation'
import { route } from '@/lib/http/route'
import { isoDay } from '@/lib/report/dates'

export const dynamic = 'force-dynamic'

/** The log as a table, with the filter of its page. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: forMembers('audit.read', (right, isAllowed) =>
    reading({
      query: auditFilterSchema,
      handle: ({ request, query, params }) =>
        exported(
          {
            name: `audit-${params['workspace']}-${isoDay(new Date())}.csv`,
            head: AUDIT_CSV_HEAD,
            rows: exportAudit(right, query),
            isAllowed,
          },
          request.signal,
        ),
    }),
  ),
})
