import type { Actor } from '@/lib/access/actor'
import { type Authorized, authorize, findMembership } from '@/lib/access/authorize'
import type { Action } from '@/lib/access/roles'
import { findActor } from '@/lib/access/session'
import { findCompared } from '@/lib/agents/find-compared'
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

/** Six of the workspace and six of the library, by their names there. */
export type Six = { readonly own: readonly string[]; readonly listed: readonly string[] }
type Query = Readonly<Record<string, string>>
type RightTo = <A extends Action>(action: A) => Promise<Authorized<A>>

const WORKSPACE = 'bench'
const FACTORS = { toolUse: '0.8..', identity: '0.5..' }
/** All of them stand far behind the others in this order (docs/decisions/0023-search-and-facets.md). */
const FAR = { cvss: '..4', sort: '-score' }
const TAGS_OFFERED = { library: 40, workspace: 100 }

export function scalePages(cookie: string, six: Six): readonly ScalePage[] {
  const list = (what: string, query: Query) => listPage(cookie, what, query)
  return [
    list('list of agents', {}),
    list('filtered list', FACTORS),
    list('list filtered far back', FAR),
    list('search', { q: 'security connector' }),
    list('search by a beginning', { q: 'sec' }),
    list('search, mistyped', { q: 'securty connector' }),
    dashboardPage(cookie),
    {
      what: 'comparison of six',
      path: addressOf('/compare', { agents: six.listed.join(',') }),
      ask: () => findPublishedReports(six.listed),
    },
    membersComparison(cookie, six.own),
    libraryPage('library', {}),
    libraryPage('library, filtered', FACTORS),
  ]
}

const listPage = (cookie: string, what: string, query: Query): ScalePage => ({
  what,
  path: addressOf(`/w/${WORKSPACE}/agents`, query),
  ask: async () => {
    const rightTo = await signIn(cookie)
    const right = await rightTo('agent.read')
    await Promise.all([
      rightTo('workspace.read').then(getWorkspace),
      searchAgents(right, readAgentFilters(query).filters),
      listViews(right),
      listCommonTags(right.workspaceId, TAGS_OFFERED.workspace),
    ])
  },
})

const dashboardPage = (cookie: string): ScalePage => ({
  what: 'dashboard',
  path: `/w/${WORKSPACE}`,
  ask: async () => {
    const rightTo = await signIn(cookie)
    await getWorkspace(await rightTo('workspace.read'))
    const [right, audit] = [await rightTo('agent.read'), await rightTo('audit.read')]
    await getDashboard(right, daysBefore(new Date(), SINCE_DAYS_DEFAULT), audit)
  },
})

const membersComparison = (cookie: string, names: readonly string[]): ScalePage => ({
  what: 'comparison of six, members',
  path: addressOf(`/w/${WORKSPACE}/compare`, { agents: names.join(',') }),
  ask: async () => {
    const rightTo = await signIn(cookie)
    const right = await rightTo('agent.read')
    await getWorkspace(await rightTo('workspace.read'))
    await findCompared(right, names)
  },
})

const libraryPage = (what: string, query: Query): ScalePage => ({
  what,
  path: addressOf('/', query),
  ask: () =>
    Promise.all([
      searchLibrary(readLibraryFilters(query).filters),
      listCommonTags(LIBRARY_SCOPE, TAGS_OFFERED.library),
      getLibraryStatistics(),
    ]),
})

/** Who asks and which role they have is looked up once, as a page does. */
async function signIn(cookie: string): Promise<RightTo> {
  const actor: Actor = await findActor(new Headers({ cookie }))
  let membership: ReturnType<typeof findMembership> | undefined
  const membershipOf: typeof findMembership = (userId, workspace) => {
    membership ??= findMembership(userId, workspace)
    return membership
  }
  return async (action) => {
    const found = await authorize(actor, action, { workspace: WORKSPACE }, membershipOf)
    if (!found.ok) throw new Error(`The bench may not ${action}: ${found.error}`)
    return found.value
  }
}

const addressOf = (path: string, query: Query): string =>
  Object.keys(query).length === 0 ? path : `${path}?${new URLSearchParams(query)}`
