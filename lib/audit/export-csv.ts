import type { Authorized } from '@/lib/access/authorize'
import type { AuditFilter, AuditPlace } from '@/lib/audit/filter'
import { type AuditEntry, listAudit } from '@/lib/audit/queries'
import { CSV_MARK, csvLine } from '@/lib/exchange/csv'

export const EXPORTED_ROWS_MAX = 100_000
const ROWS_AT_ONCE = 1_000

export const AUDIT_CSV_HEAD =
  CSV_MARK + csvLine(['time', 'person', 'what', 'action', 'subject kind', 'subject', 'address', 'request'])

/** The newest rows that match, as pieces of the table below its head; a piece is read from the database when it is asked for. */
export async function* exportAudit(
  right: Authorized<'audit.read'>,
  filter: AuditFilter,
  rowsMax = EXPORTED_ROWS_MAX,
): AsyncGenerator<string> {
  let after: AuditPlace | undefined
  for (let left = rowsMax; left > 0; left -= ROWS_AT_ONCE) {
    const page = await listAudit(right, filter, after, Math.min(left, ROWS_AT_ONCE))
    yield page.entries.map(lineOf).join('')
    if (page.next === null) return
    after = page.next
  }
}

const lineOf = ({
  at,
  who,
  sentence,
  action,
  subjectKind,
  subject,
  address,
  requestId,
}: AuditEntry): string =>
  csvLine([at.toISOString(), who, sentence, action, subjectKind, subject, address ?? '', requestId ?? ''])
