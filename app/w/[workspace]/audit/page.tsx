import type { Metadata } from 'next'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { FilterForm } from '@/app/w/[workspace]/audit/filter-form'
import { LeftOut } from '@/components/site/left-out'
import { Link } from '@/components/ui/link'
import { Pages } from '@/components/ui/pages'
import { WorkspaceHead } from '@/components/workspace/workspace-head'
import { namesOf } from '@/lib/accounts/names'
import { EXPORTED_ROWS_MAX } from '@/lib/audit/export-csv'
import { type AuditFilter, auditPageSchema, auditQuery, formatPlace } from '@/lib/audit/filter'
import { type AuditEntry, listAudit } from '@/lib/audit/queries'
import { subjectNames } from '@/lib/audit/subject-names'
import { readKnown } from '@/lib/forms/read-known'
import { flatQuery, type SearchParams } from '@/lib/http/page-query'
import { formatMinute } from '@/lib/report/dates'
import { listMembers } from '@/lib/workspaces/members'
import { getWorkspace } from '@/lib/workspaces/queries'

export const metadata: Metadata = { title: 'Audit', robots: 'noindex' }

type Props = { params: Promise<{ workspace: string }>; searchParams: SearchParams }

export default available(async function AuditPage({ params, searchParams }: Props) {
  const { workspace: slug } = await params
  const right = await requireRight('audit.read', slug)
  const workspace = await getWorkspace(await requireRight('workspace.read', slug))
  const members = await listMembers(await requireRight('member.read', slug))
  const asked = readKnown(auditPageSchema, flatQuery(await searchParams), 'The log has no such filter.')
  const { after, ...filter } = asked.value
  const page = await listAudit(right, filter, after)
  const chosen = await namesOfChosen(right.workspaceId, filter)
  const home = `/w/${slug}/audit`
  return (
    <>
      <WorkspaceHead workspace={workspace} current="audit" />
      <h2 className="mb-4 text-lg">Audit log</h2>
      <FilterForm filter={filter} members={members} chosen={chosen} />
      <LeftOut refused={asked.refused} />
      <p className="mb-4 text-sm text-ink-soft">
        <a href={`${home}.csv${auditQuery(filter)}`} download>
          Download as CSV
        </a>
        , the newest {EXPORTED_ROWS_MAX.toLocaleString('en')} that match. Times are in UTC.
        {auditQuery(filter) !== '' && (
          <>
            {' '}
            <Link href={home}>Show everything</Link>
          </>
        )}
      </p>
      {page.entries.length === 0 && <p className="text-sm">Nothing matches.</p>}
      <ol className="max-w-3xl">
        {page.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} home={home} />
        ))}
      </ol>
      <Pages
        className="max-w-3xl"
        back={after ? { href: `${home}${auditQuery(filter)}`, text: 'Newest' } : null}
        next={
          page.next
            ? { href: `${home}${auditQuery(filter, { after: formatPlace(page.next) })}`, text: 'Older' }
            : null
        }
      />
    </>
  )
})

/** What is chosen is named also where the person or the thing is gone. */
async function namesOfChosen(workspaceId: string, { person, subject }: AuditFilter) {
  const nameOf = await namesOf(person === undefined ? [] : [person])
  const one = { subjectKind: subject?.kind ?? '', subjectId: subject?.id ?? null }
  const nameSubject = await subjectNames(workspaceId, [one])
  return {
    person: person === undefined ? undefined : nameOf(person),
    subject: subject?.id === undefined ? undefined : nameSubject(one),
  }
}

function Entry({ entry, home }: { entry: AuditEntry; home: string }) {
  const { at, sentence, address, who, personId, subject, subjectKind, subjectId } = entry
  const isOfOne = subjectId !== null && subjectKind !== 'workspace'
  return (
    <li className="border-t border-line py-2.5 text-sm">
      <p className="break-words">{sentence}</p>
      <p className="flex flex-wrap items-baseline gap-x-3 text-xs text-ink-soft">
        <time dateTime={at.toISOString()}>{formatMinute(at)}</time>
        {address !== null && <span className="figures">{address}</span>}
        {personId !== null && (
          <Link href={`${home}?person=${personId}`} className="inline-block py-1">
            Only by {who}
          </Link>
        )}
        {isOfOne && subjectId !== personId && (
          <Link href={`${home}?subject=${subjectKind}:${subjectId}`} className="inline-block py-1">
            Only about {subject}
          </Link>
        )}
      </p>
    </li>
  )
}
