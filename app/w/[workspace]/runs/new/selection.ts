import { z } from 'zod'
import { type AgentFilters, agentsQuery, readAgentFilters } from '@/lib/agents/lists/filters'
import { TICKED_MAX } from '@/lib/bulk/deed-kinds'
import type { Selection } from '@/lib/bulk/selection'
import { queryText } from '@/lib/search/traits'

const idsSchema = z.array(z.uuid()).min(1).max(TICKED_MAX)

/** What a form says of whom it is about: ids with commas between, or what all those that are meant have in common. */
export function readSelection({
  agents,
  matching,
}: {
  agents: string
  matching: string
}): Selection | undefined {
  if (matching === '') {
    const ids = idsSchema.safeParse(agents.split(','))
    return ids.success ? { kind: 'ticked', agentIds: ids.data } : undefined
  }
  const { filters, refused } = readAgentFilters(Object.fromEntries(new URLSearchParams(matching)))
  return refused.length === 0 && agents === '' ? { kind: 'matching', filters } : undefined
}

/** The same as a form carries it. All agents match what asks for nothing. */
export const writeSelection = (
  selection: Selection,
): { readonly agents: string; readonly matching: string } =>
  selection.kind === 'ticked'
    ? { agents: selection.agentIds.join(','), matching: '' }
    : { agents: '', matching: writeFilters(selection.filters) }

/** Never empty, so that a form from which something is missing does not mean all agents. */
const writeFilters = (filters: AgentFilters): string =>
  queryText({ ...agentsQuery(filters), sort: filters.sort ?? 'name' })
