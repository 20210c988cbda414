import { answerIn } from '@/app/reports/forms'
import { failuresIn, voiceOf } from '@/app/reports/voices'
import type { Authorized } from '@/lib/access/authorize'
import { findAgent } from '@/lib/agents/find'
import { findMembersReport } from '@/lib/agents/members-report'
import { forMembers } from '@/lib/http/for-members'
import { type Operation, type PathParams, serving } from '@/lib/http/operation'
import { route } from '@/lib/http/route'
import { membersPlace } from '@/lib/report/addresses'
import { type ReportPath, readReportPath } from '@/lib/report/report-path'

/** The report of one's own workspace in all its forms: the latest, or the revision that the path names. */
const membersReport = (right: Authorized<'agent.read'>): Operation =>
  serving(async (params, reader) => {
    const { workspace = '', slug = '', path = '' } = params
    const asked = askedIn(params)
    const agent = asked && (await findAgent(right, slug))
    if (!agent) return voiceOf(asked?.form).gone(GONE)
    const place = membersPlace(workspace, agent.slug)
    if (agent.slug !== slug)
      return new Response(null, { status: 307, headers: { location: `${place.listing}/${path}` } })
    const report = await findMembersReport(right, agent.agentId, asked.number)
    return report
      ? answerIn(asked.form, { report, place, headers: KEPT, reader })
      : voiceOf(asked.form).gone(GONE)
  })

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { GET: forMembers('agent.read', membersReport) },
  failuresIn((params) => askedIn(params)?.form),
)

const askedIn = ({ path = '' }: PathParams): ReportPath | undefined =>
  path.startsWith(REPORT) ? readReportPath(path.slice(REPORT.length)) : undefined

const REPORT = 'report'

/** Whatever a member's browser hands on, no search engine takes it, and no cache either. */
const KEPT = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' }

const GONE =
  'Nothing of this agent is published, or this revision was never published or has been withdrawn. Check the address, or look at the agent in its workspace.'
