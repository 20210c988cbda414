import type { WholeAgent } from '@/lib/agents/get-agent'
import { serializeAgent } from '@/lib/agents/serializer'
import { etagOf } from '@/lib/http/preconditions'
import { type Reply, reply } from '@/lib/http/reply'
import { registry } from '@/lib/registry'

/** An agent as it is, with the version that a change of it has to name. */
export const agentReply = (
  status: 200 | 201,
  agent: WholeAgent,
  headers: Readonly<Record<string, string>> = {},
): Reply =>
  reply(status, serializeAgent(agent, registry().publicUrl), { etag: etagOf(agent.version), ...headers })
