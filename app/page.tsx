import type { Metadata } from 'next'
import { available } from '@/app/available'
import { preview } from '@/app/preview'
import { Tray } from '@/components/compare/tray'
import { AgentList } from '@/components/library/agent-list'
import { FilterForm } from '@/components/library/filter-form'
import { LeftOut } from '@/components/site/left-out'
import { Link } from '@/components/ui/link'
import { flatQuery, type SearchParams } from '@/lib/http/page-query'
import { type LibraryFilters, libraryAddress, readLibraryFilters } from '@/lib/library/filters'
import { COUNT_MAX, countLibrary, listCommonTags, listLibrary } from '@/lib/library/queries'
import { registry } from '@/lib/registry'

const TAGS_OFFERED = 40

/** Whatever is searched for, a link to the library is shown as what the library is. */
export const generateMetadata = (): Metadata =>
  preview({ title: 'How dangerous is this agent?', description: ABOUT, url: `${registry().publicUrl}/` })

const ABOUT =
  'Threat models of AI agents and MCP servers: ten agentic risk factors, one score whose every step can be checked, and seven layers that say what is known and what is not.'

export default available(async function LibraryPage({ searchParams }: { searchParams: SearchParams }) {
  const { filters, refused } = readLibraryFilters(flatQuery(await searchParams))
  const [page, count, tags] = await Promise.all([
    listLibrary(filters),
    countLibrary(filters),
    listCommonTags(TAGS_OFFERED),
  ])
  return (
    <>
      <h1 className="text-2xl">How dangerous is this agent?</h1>
      <p className="prose mt-3 text-ink-soft">{ABOUT}</p>
      <div className="mt-8 mb-6 border-y border-line py-5">
        <FilterForm filters={filters} tags={tags} />
      </div>
      <LeftOut refused={refused} />
      <p className="mb-4 text-sm text-ink-soft" role="status">
        {countText(count)}
        {isFiltered(filters) && (
          <>
            {' '}
            · <Link href="/">Show everything</Link>
          </>
        )}
      </p>
      {page.rows.length === 0 ? (
        <Nothing filtered={isFiltered(filters)} />
      ) : (
        <AgentList rows={page.rows} ranked={filters.sort === 'score' || filters.sort === '-score'} />
      )}
      <Pages filters={filters} nextCursor={page.nextCursor} />
      {page.rows.length > 0 && <Tray place="/compare" />}
    </>
  )
})

function Pages({ filters, nextCursor }: { filters: LibraryFilters; nextCursor: string | null }) {
  return (
    <nav aria-label="Pages" className="mt-6 flex justify-between text-sm">
      {filters.cursor !== undefined && <Link href={libraryAddress(filters, {})}>First page</Link>}
      {nextCursor !== null && (
        <Link rel="next" className="ml-auto" href={libraryAddress(filters, { cursor: nextCursor })}>
          Next page
        </Link>
      )}
    </nav>
  )
}

function Nothing({ filtered }: { filtered: boolean }) {
  return (
    <div className="prose py-8">
      <p className="text-lg font-semibold">
        {filtered ? 'Nothing matches all of this.' : 'The library is empty.'}
      </p>
      <p className="mt-2 text-sm text-ink-soft">
        {filtered
          ? 'Take a filter away, or search for the beginning of a word: every word has to occur in the name, the vendor, a tag or the summary.'
          : 'An agent appears here as soon as a workspace publishes its threat model and lists it.'}
      </p>
    </div>
  )
}

const countText = (count: number): string => {
  if (count > COUNT_MAX) return `${COUNT_MAX.toLocaleString('en')}+ agents`
  return count === 1 ? '1 agent' : `${count} agents`
}

const isFiltered = ({ q, kind, severity, tag }: LibraryFilters): boolean =>
  [q, kind, severity, tag].some((value) => value !== undefined)
