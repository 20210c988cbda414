import type { Metadata } from 'next'
import { cache } from 'react'
import { available } from '@/app/available'
import { readPublicComparison } from '@/app/compare/read'
import { preview } from '@/app/preview'
import { asksForCandidates, CompareBody, titleOf } from '@/components/compare/compare-body'
import type { Candidate } from '@/components/compare/find-agents'
import { KIND_LABELS } from '@/lib/assessment/kinds'
import type { Query } from '@/lib/compare/address'
import { ANSWER_WITHIN_MS, within } from '@/lib/http/deadline'
import { librarySchema } from '@/lib/library/filters'
import { listLibrary } from '@/lib/library/queries'
import { registry } from '@/lib/registry'

const PATH = '/compare'

/** Asked once for a request, although the head of the page asks too. */
const read = cache(async (searchParams: Promise<Query>) => readPublicComparison(await searchParams))

type Props = { searchParams: Promise<Query> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const found = await within(ANSWER_WITHIN_MS, read(searchParams)).catch(() => null)
  const title = found ? titleOf(found.settled) : 'Compare'
  return { title, ...preview({ title, description: ABOUT, url: `${registry().publicUrl}${PATH}` }) }
}

const ABOUT =
  'Threat models of AI agents side by side: which is worse and why, where they differ, what is uncertain.'

export default available(async function ComparePage({ searchParams }: Props) {
  const { settled, unread } = await read(searchParams)
  const candidates = asksForCandidates(settled) ? await findCandidates(settled.state.find) : null
  return (
    <>
      <h1 className="mb-5 text-2xl">Compare</h1>
      <CompareBody path={PATH} settled={settled} unread={unread} candidates={candidates} />
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
