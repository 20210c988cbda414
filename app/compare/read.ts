import type { Issue } from '@/lib/assessment/issues'
import { type Query, readComparison } from '@/lib/compare/address'
import { type Settled, settle } from '@/lib/compare/settle'
import { comparedReport, findPublishedReports } from '@/lib/library/published-reports'

/** A comparison as far as its address can be read and its agents are there. */
export type ReadComparison = { readonly settled: Settled; readonly unread: readonly Issue[] }

/** Of listed agents, for everybody. */
export async function readPublicComparison(query: Query): Promise<ReadComparison> {
  const { state, refused } = readComparison(query)
  const reports = await findPublishedReports(state.agents)
  const found = new Map([...reports].map(([name, report]) => [name, comparedReport(report)]))
  const why = 'No listed agent has this name. Take it out, or search for it below.'
  return { settled: settle(state, found, why), unread: refused }
}
