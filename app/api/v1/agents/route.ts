import { insertNamedAgent } from '@/lib/agents/create'
import { getAgent } from '@/lib/agents/get-agent'
import { listAgents } from '@/lib/agents/lists/list'
import { serializeAgentLine } from '@/lib/agents/serializer'
import { bug } from '@/lib/base/assert'
import { ok } from '@/lib/base/result'
import { agentReply } from '@/lib/http/agent-replies'
import { createAgentEndpoint, listAgentsEndpoint } from '@/lib/http/endpoints/agents'
import { answerOnce, reply } from '@/lib/http/reply'
import { route } from '@/lib/http/route'
import { serve } from '@/lib/http/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: serve(listAgentsEndpoint, async ({ right, query: { limit: rowsMax, ...asked } }) => {
    const { agents, nextCursor } = await listAgents(right, { ...asked, rowsMax })
    return ok(reply(200, { items: agents.map(serializeAgentLine), nextCursor }))
  }),
  POST: serve(createAgentEndpoint, ({ right, body, repeatable }) =>
    answerOnce(repeatable, async (tx) => {
      const { agentId } = await insertNamedAgent(tx, right, body, 'program')
      const agent = (await getAgent(right, agentId, tx)) ?? bug('an agent that was made is not there')
      return ok(agentReply(201, agent, { location: `/api/v1/agents/${agentId}` }))
    }),
  ),
})
