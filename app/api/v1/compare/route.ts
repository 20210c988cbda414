import { findCompared } from '@/lib/agents/find-compared'
import { err, ok } from '@/lib/base/result'
import { AGENTS_MIN, type FoundAgent } from '@/lib/compare/compared-agent'
import { compareAgents } from '@/lib/compare/comparison-view'
import { comparisonAnswer } from '@/lib/compare/json'
import { compareAgentsEndpoint } from '@/lib/http/endpoints/compare'
import { notFound, unprocessable } from '@/lib/http/problems'
import { reply } from '@/lib/http/reply'
import { route } from '@/lib/http/route'
import { serve } from '@/lib/http/serve'
import { comparedReport, findPublishedReports } from '@/lib/library/published-reports'
import { registry } from '@/lib/registry'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: serve(compareAgentsEndpoint, async ({ right, query }) => {
    const asked = [...new Set(query.agents.split(','))]
    const [ours, listed] = await Promise.all([findCompared(right, asked), findPublishedReports(asked)])
    const found = asked.flatMap((name) => {
      const [own, report] = [ours.get(name), listed.get(name)]
      const agent = own ?? (report && comparedReport(report))
      return agent?.source.kind === 'published' ? [{ ...absolute(agent), key: name }] : []
    })
    if (found.length < asked.length) return err(notFound(NOT_PUBLISHED))
    const each = found.filter(({ agentId }, place) => isFirstOf(found, agentId, place))
    if (each.length < AGENTS_MIN) return err(unprocessable([{ path: 'agents', message: ONE_ALONE }]))
    return ok(reply(200, comparisonAnswer(compareAgents(each))))
  }),
})

/** An agent that is asked for by two names stands there once, under the first. */
const isFirstOf = (agents: readonly FoundAgent[], agentId: string, place: number): boolean =>
  agents.findIndex((one) => one.agentId === agentId) === place

const absolute = (agent: FoundAgent): FoundAgent => ({
  ...agent,
  href: agent.href === null ? null : `${registry().publicUrl}${agent.href}`,
})

const NOT_PUBLISHED =
  'One of these agents is not there, or nothing of it is published. GET /api/v1/agents lists those of the workspace, GET /api/v1/library those of everybody.'
const ONE_ALONE = 'All of these names are those of one agent. Name two different ones.'
