import { getAgent } from '@/lib/agents/get-agent'
import { findMembersReport } from '@/lib/agents/members-report'
import { err, ok } from '@/lib/base/result'
import { getRevisionEndpoint } from '@/lib/http/endpoints/revisions'
import { notFound } from '@/lib/http/problems'
import { reply } from '@/lib/http/reply'
import { route } from '@/lib/http/route'
import { NOTHING_HERE, serve } from '@/lib/http/serve'
import { registry } from '@/lib/registry'
import { membersPlace, publicPlace } from '@/lib/report/addresses'
import { toTwin } from '@/lib/report/twin'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: serve(getRevisionEndpoint, async ({ right, workspace, params: { id, n } }) => {
    const agent = await getAgent(right, id)
    const report = agent && (await findMembersReport(right, id, n))
    if (!agent || !report) return err(notFound(NOTHING_HERE))
    const { publicName, slug } = agent
    const place = publicName === null ? membersPlace(workspace, slug) : publicPlace(publicName)
    return ok(reply(200, toTwin(report, registry().publicUrl, place)))
  }),
})
