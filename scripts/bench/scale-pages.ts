import { authorize } from '@/lib/access/authorize'
import type { Action } from '@/lib/access/roles'
import { findActor } from '@/lib/access/session'
import { readAgentFilters } from '@/lib/agents/lists/filters'
import { searchAgents } from '@/lib/agents/lists/search-agents'
import { listViews } from '@/lib/agents/lists/views'
import { getDashboard } from '@/lib/dashboard/dashboard'
import { daysBefore, SINCE_DAYS_DEFAULT } from '@/lib/dashboard/since'
import { readLibraryFilters } from '@/lib/library/filters'
import { findPublishedReports } from '@/lib/library/published-reports'
import { searchLibrary } from '@/lib/library/search-library'
import { getLibraryStatistics } from '@/lib/library/statistics'
import { listCommonTags } from '@/lib/search/common-tags'
import { LIBRARY_SCOPE } from '@/lib/search/facets'
import { getWorkspace } from '@/lib/workspaces/queries'

/** A page that is measured, and what it asks the database for: by the functions of the product, without the page. */
export type ScalePage = {
  readonly what: string
  readonly path: string
  readonly ask: () => Promise<unknown>
}

const WORKSPACE = 'bench'
const FACTORS = { toolUse: '0.8..', identity: '0.5..' }
const SEARCH = { q: 'security connector' }
const TAGS_OFFERED = { library: 40, workspace: 100 }

export function scalePages(cookie: string, listed: readonly string[]): readonly ScalePage[] {
  const rightTo = async <A extends Action>(action: A) => {
    const found = await authorize(await findActor(new Headers({ cookie })), action, { workspace: WORKSPACE })
    if (!found.ok) throw new Error(`The bench may not ${action}: ${found.error}`)
    return found.value
  }
  const list = (what: string, query: Readonly<Record<string, string>>): ScalePage => ({
    what,
    path: addressOf(`/w/${WORKSPACE}/agents`, query),
    ask: async () => {
      await getWorkspace(await rightTo('workspace.read'))
      const right = await rightTo('agent.read')
      await Promise.all([
        searchAgents(right, readAgentFilters(query).filters),
        listViews(right),
        listCommonTags(right.workspaceId, TAGS_OFFERED.workspace),
      ])
    },
  })
  return [
    list('list of agents', {}),
    list('filtered list', FACTORS),
    list('search', SEARCH),
    {
      what: 'dashboard',
      path: `/w/${WORKSPACE}`,
      ask: async () => {
        await getWorkspace(await rightTo('workspace.read'))
        const since = daysBefore(new Date(), SINCE_DAYS_DEFAULT)
        await getDashboard(await rightTo('agent.read'), since, await rightTo('audit.read'))
      },
    },
    {
      what: 'comparison of six',
      path: addressOf('/compare', { agents: listed.join(',') }),
      ask: () => findPublishedReports(listed),
    },
    {
      what: 'library',
      path: '/',
      ask: async () => {
        const { filters } = readLibraryFilters({})
        await Promise.all([
          searchLibrary(filters),
          listCommonTags(LIBRARY_SCOPE, TAGS_OFFERED.library),
          getLibraryStatistics(),
        ])
      },
    },
  ]
}

const addressOf = (path: string, query: Readonly<Record<string, string>>): string =>
  Object.keys(query).length === 0 ? path : `${path}?${new URLSearchParams(query)}`
