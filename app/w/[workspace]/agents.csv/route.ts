import { AGENTS_CSV_HEAD, exportAgents } from '@/lib/agents/lists/export-csv'
import { agentFiltersSchema } from '@/lib/agents/lists/filters'
import { exported } from '@/lib/http/exported'
import { forMembers } from '@/lib/http/for-members'
import { reading } from '@/lib/http/operation'
import { route } from '@/lib/http/route'
import { isoDay } from '@/lib/report/dates'

export const dynamic = 'force-dynamic'

/** The list of agents as a table, with the filters of its page; which page of it is shown, and how, does not count. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: forMembers('agent.read', (right, isAllowed) =>
    reading({
      query: agentFiltersSchema,
      handle: ({ request, query, params }) =>
        exported(
          {
            name: `agents-${params['workspace']}-${isoDay(new Date())}.csv`,
            head: AGENTS_CSV_HEAD,
            rows: exportAgents(right, query),
            isAllowed,
          },
          request.signal,
        ),
    }),
  ),
})
