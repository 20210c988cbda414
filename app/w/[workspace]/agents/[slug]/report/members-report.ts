import { documentAnswer, messageAnswer } from '@/app/document-answer'
import { renderReport } from '@/components/report/render'
import type { Authorized } from '@/lib/access/authorize'
import { findAgent } from '@/lib/agents/find'
import { findMembersReport } from '@/lib/agents/members-report'
import { type Operation, serving } from '@/lib/http/operation'
import { registry } from '@/lib/registry'
import { membersPlace } from '@/lib/report/addresses'
import { reportView } from '@/lib/report/report-view'

/** The report of one's own workspace: the latest, or the revision that the path names. */
export const membersReport = (right: Authorized<'agent.read'>): Operation =>
  serving(async ({ workspace = '', slug = '', number }) => {
    const asked = number === undefined ? undefined : revisionIn(number)
    const agent = asked === null ? undefined : await findAgent(right, slug)
    if (!agent || asked === null) return gone()
    const place = membersPlace(workspace, agent.slug)
    if (agent.slug !== slug)
      return new Response(null, { status: 307, headers: { location: place.report(asked) } })
    const report = await findMembersReport(right, agent.agentId, asked)
    if (!report) return gone()
    return documentAnswer(200, await renderReport(reportView(report, registry().publicUrl, place)), UNLISTED)
  })

/** Whatever a member's browser hands on, no search engine takes it. */
const UNLISTED = { 'x-robots-tag': 'noindex' }

const revisionIn = (text: string): number | null => (/^[1-9]\d{0,9}$/.test(text) ? Number(text) : null)

const gone = (): Promise<Response> =>
  messageAnswer(
    404,
    'There is no report at this address',
    'Nothing of this agent is published, or this revision was never published or has been withdrawn. Check the address, or look at the agent in its workspace.',
  )
