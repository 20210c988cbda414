import type { Metadata } from 'next'
import { cache } from 'react'
import { available } from '@/app/available'
import { preview } from '@/app/preview'
import { Begun } from '@/components/compare/begun'
import { Comparison } from '@/components/compare/comparison'
import { type Candidate, FindAgents } from '@/components/compare/find-agents'
import { LeftOut } from '@/components/site/left-out'
import { KIND_LABELS } from '@/lib/assessment/kinds'
import { type Query, readComparison } from '@/lib/compare/address'
import { AGENTS_MIN } from '@/lib/compare/compared-agent'
import { present } from '@/lib/compare/present'
import { settle } from '@/lib/compare/settle'
import { ANSWER_WITHIN_MS, within } from '@/lib/http/deadline'
import { librarySchema } from '@/lib/library/filters'
import { comparedReport, findPublishedReports } from '@/lib/library/published-reports'
import { listLibrary } from '@/lib/library/queries'
import { registry } from '@/lib/registry'

const PATH = '/compare'

/** Asked once for a request, although the head of the page asks too. */
const read = cache(async (searchParams: Promise<Query>) => {
  const { state: asked, refused } = readComparison(await searchParams)
  const reports = await findPublishedReports(asked.agents)
  const found = new Map([...reports].map(([name, report]) => [name, comparedReport(report)]))
  const settled = settle(asked, found, 'No listed agent has this name. Take it out, or search for it below.')
  return { ...settled, refused: [...refused, ...settled.refused] }
})

type Props = { searchParams: Promise<Query> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const begun = await within(ANSWER_WITHIN_MS, read(searchParams)).catch(() => null)
  const title =
    begun && begun.agents.length >= AGENTS_MIN ? present(begun.agents, begun.state).view.title : 'Compare'
  return {
    title,
    ...preview({ title, description: ABOUT, url: `${registry().publicUrl}${PATH}` }),
  }
}

const ABOUT =
  'Threat models of AI agents side by side: which is worse and why, where they differ, what is uncertain.'

export default available(async function ComparePage({ searchParams }: Props) {
  const { state, agents, refused } = await read(searchParams)
  const place = { path: PATH, state }
  const isComparison = agents.length >= AGENTS_MIN
  const candidates = state.find !== undefined || !isComparison ? await findCandidates(state.find) : null
  return (
    <>
      <h1 className="text-2xl">Compare</h1>
      <div className="mt-5 mb-8">
        <LeftOut refused={refused} />
        {!isComparison && <Begun place={place} agents={agents} />}
        <FindAgents place={place} candidates={candidates} />
      </div>
      {isComparison && <Comparison {...present(agents, state)} place={place} />}
    </>
  )
})

const CANDIDATES_MAX = '10'

async function findCandidates(q: string | undefined): Promise<readonly Candidate[]> {
  const { rows } = await listLibrary(librarySchema.parse({ q, sort: 'name', limit: CANDIDATES_MAX }))
  return rows.map(({ slug, name, kind, vendor, score_tenths, severity }) => ({
    key: slug,
    name,
    note: vendor === '' ? KIND_LABELS[kind] : `${KIND_LABELS[kind]} · ${vendor}`,
    score: { value: score_tenths / 10, text: (score_tenths / 10).toFixed(1), severity },
  }))
}
