import { getAgent } from '@/lib/agents/get-agent'
import { getRevision } from '@/lib/agents/publishing/list-revisions'
import { publishDraftIn } from '@/lib/agents/publishing/publish-draft'
import { serializeRevision } from '@/lib/agents/serializer'
import { missingForPublishing } from '@/lib/assessment/missing'
import { bug } from '@/lib/base/assert'
import { err, ok } from '@/lib/base/result'
import { publishAgentEndpoint } from '@/lib/http/endpoints/revisions'
import { etagOf, preconditionFault } from '@/lib/http/preconditions'
import { notFound, preconditionFailed, publishedAlready, unprocessable } from '@/lib/http/problems'
import { answerOnce, reply } from '@/lib/http/reply'
import { route } from '@/lib/http/route'
import { NOTHING_HERE, serve } from '@/lib/http/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: serve(publishAgentEndpoint, ({ right, params: { id: agentId }, body, ifMatch, repeatable }) =>
    answerOnce(repeatable, async (tx) => {
      const agent = await getAgent(right, agentId, tx)
      if (!agent) return err(notFound(NOTHING_HERE))
      const { version } = agent
      const fault = preconditionFault(publishAgentEndpoint, ifMatch, version)
      if (fault) return err(fault)
      const published = await publishDraftIn(tx, right, { agentId, version, ...body })
      if (published.ok) {
        const number = published.value
        const revision = (await getRevision(tx, right, agentId, number)) ?? bug('a revision is not there')
        const location = `/api/v1/agents/${agentId}/revisions/${number}`
        return ok(reply(201, serializeRevision(revision), { location }))
      }
      switch (published.error) {
        case 'not-found':
          return err(notFound(NOTHING_HERE))
        case 'changed':
          return err(preconditionFailed(etagOf((await getAgent(right, agentId, tx))?.version ?? version)))
        case 'already-published':
          return err(publishedAlready())
        case 'incomplete':
          return err(unprocessable(missingForPublishing(agent.document)))
      }
    }),
  ),
})
