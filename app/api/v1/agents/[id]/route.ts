import { saveDraft } from '@/lib/agents/drafts/draft'
import { getAgent } from '@/lib/agents/get-agent'
import { deleteAgent } from '@/lib/agents/trash'
import { err, ok } from '@/lib/base/result'
import { agentReply } from '@/lib/http/agent-replies'
import { deleteAgentEndpoint, getAgentEndpoint, saveAgentEndpoint } from '@/lib/http/endpoints/agents'
import { etagOf, isKnown, preconditionFault } from '@/lib/http/preconditions'
import { forbidden, notFound, preconditionFailed } from '@/lib/http/problems'
import { reply } from '@/lib/http/reply'
import { route } from '@/lib/http/route'
import { NOTHING_HERE, serve } from '@/lib/http/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: serve(getAgentEndpoint, async ({ right, params: { id }, ifNoneMatch }) => {
    const agent = await getAgent(right, id)
    if (!agent) return err(notFound(NOTHING_HERE))
    const etag = etagOf(agent.version)
    return ok(isKnown(ifNoneMatch, agent.version) ? reply(304, undefined, { etag }) : agentReply(200, agent))
  }),

  PUT: serve(saveAgentEndpoint, async ({ right, params: { id: agentId }, body: document, ifMatch }) => {
    const before = await getAgent(right, agentId)
    if (!before) return err(notFound(NOTHING_HERE))
    const fault = preconditionFault(saveAgentEndpoint, ifMatch, before.version)
    if (fault) return err(fault)
    const saved = await saveDraft(right, { agentId, version: before.version, document })
    if (!saved.ok)
      return err(
        saved.error === 'not-found'
          ? notFound(NOTHING_HERE)
          : preconditionFailed(etagOf(saved.error.version)),
      )
    const { version, savedAt: updatedAt } = saved.value
    // Not read anew: the ETag of a save that came in between would pass for that of this one.
    return ok(agentReply(200, { ...before, version, updatedAt, document, hasUnpublishedChanges: true }))
  }),

  DELETE: serve(deleteAgentEndpoint, async ({ right, params: { id }, ifMatch }) => {
    const agent = await getAgent(right, id)
    if (!agent) return err(notFound(NOTHING_HERE))
    const fault = preconditionFault(deleteAgentEndpoint, ifMatch, agent.version)
    if (fault) return err(fault)
    const deleted = await deleteAgent(right, id, ifMatch === undefined ? undefined : agent.version)
    if (deleted.ok) return ok(reply(204))
    switch (deleted.error) {
      case 'not-found':
        return err(notFound(NOTHING_HERE))
      case 'listed':
        return err(forbidden(LISTED))
      case 'changed':
        return err(preconditionFailed(etagOf((await getAgent(right, id))?.version ?? agent.version)))
    }
  }),
})

const LISTED =
  'This agent stands in the public library, and the maker of this token is no owner of the workspace. Ask an owner to take it out first.'
