import { saveDraft } from '@/lib/agents/draft'
import { getAgent } from '@/lib/agents/get-agent'
import { deleteAgent } from '@/lib/agents/trash'
import { err, ok } from '@/lib/base/result'
import { agentReply } from '@/lib/http/agent-replies'
import { deleteAgentEndpoint, getAgentEndpoint, saveAgentEndpoint } from '@/lib/http/endpoints/agents'
import { forbidden, notFound, preconditionFailed } from '@/lib/http/problems'
import { etagOf, isKnown, matches, reply } from '@/lib/http/reply'
import { route } from '@/lib/http/route'
import { NOTHING_HERE, serve } from '@/lib/http/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: serve(getAgentEndpoint, async ({ right, params: { id }, ifNoneMatch }) => {
    const agent = await getAgent(right, id)
    if (!agent) return err(notFound(NOTHING_HERE))
    const etag = etagOf(agent.version)
    return ok(isKnown(ifNoneMatch, agent.version) ? reply(304, undefined, { etag }) : agentReply(200, agent))
  }),

  PUT: serve(saveAgentEndpoint, async ({ right, params: { id: agentId }, body: document, ifMatch = '' }) => {
    const before = await getAgent(right, agentId)
    if (!before) return err(notFound(NOTHING_HERE))
    const { version } = before
    if (!matches(ifMatch, version)) return err(preconditionFailed(etagOf(version)))
    const saved = await saveDraft(right, { agentId, version, document })
    const agent = await getAgent(right, agentId)
    if (!agent) return err(notFound(NOTHING_HERE))
    return saved.ok ? ok(agentReply(200, agent)) : err(preconditionFailed(etagOf(agent.version)))
  }),

  DELETE: serve(deleteAgentEndpoint, async ({ right, params: { id }, ifMatch }) => {
    const agent = await getAgent(right, id)
    if (!agent) return err(notFound(NOTHING_HERE))
    if (ifMatch !== undefined && !matches(ifMatch, agent.version))
      return err(preconditionFailed(etagOf(agent.version)))
    const deleted = await deleteAgent(right, id)
    if (deleted.ok) return ok(reply(204))
    return err(deleted.error === 'listed' ? forbidden(LISTED) : notFound(NOTHING_HERE))
  }),
})

const LISTED =
  'This agent stands in the public library, and the maker of this token is no owner of the workspace. Ask an owner to take it out first.'
