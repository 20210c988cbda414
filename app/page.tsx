import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { available } from '@/app/available'
import { preview } from '@/app/preview'
import { Chips } from '@/components/filters/chips'
import { Count } from '@/components/filters/found'
import { AgentList } from '@/components/library/agent-list'
import { FilterForm } from '@/components/library/filter-form'
import { Statistics } from '@/components/library/statistics'
import { LeftOut } from '@/components/site/left-out'
import { CompareTray } from '@/components/tray/compare-tray'
import { Pages } from '@/components/ui/pages'
import type { SearchParams } from '@/lib/http/page-query'
import { libraryAddress, libraryOrder, readLibraryFilters } from '@/lib/library/filters'
import { searchLibrary } from '@/lib/library/search-library'
import { getLibraryStatistics } from '@/lib/library/statistics'
import { registry } from '@/lib/registry'
import { listCommonTags } from '@/lib/search/common-tags'
import { LIBRARY_SCOPE } from '@/lib/search/facets'
import { readFormQuery } from '@/lib/search/form-query'
import { MATCHES_MAX } from '@/lib/search/matches'
import { traitChips } from '@/lib/search/trait-texts'
import { wordsOf } from '@/lib/search/words'

const TAGS_OFFERED = 40
const TAGS_COUNTED = 10

/** Whatever is searched for, a link to the library is shown as what the library is. */
export const generateMetadata = (): Metadata =>
  preview({ title: 'How dangerous is this agent?', description: ABOUT, url: `${registry().publicUrl}/` })

const ABOUT =
  'Threat models of AI agents and MCP servers: ten agentic risk factors, one score whose every step can be checked, and seven layers that say what is known and what is not.'

export default available(async function LibraryPage({ searchParams }: { searchParams: SearchParams }) {
  const { asked, isFromForm } = readFormQuery(await searchParams)
  const { filters: read, refused } = readLibraryFilters(asked)
  if (isFromForm && refused.length === 0) redirect(libraryAddress(read))
  const [found, tags, statistics] = await Promise.all([
    searchLibrary(read),
    listCommonTags(LIBRARY_SCOPE, TAGS_OFFERED),
    getLibraryStatistics(),
  ])
  const { filters, rows, count, corrections, fragments } = found
  const chips = traitChips(filters)
  const order = libraryOrder(filters)
  return (
    <>
      <h1 className="text-2xl">How dangerous is this agent?</h1>
      <p className="prose mt-3 text-ink-soft">{ABOUT}</p>
      <div className="mt-8 mb-6 border-y border-line py-5">
        <FilterForm filters={filters} tags={tags.map(({ tag }) => tag)} />
      </div>
      <LeftOut refused={refused} />
      <Chips chips={chips} without={(key) => libraryAddress(filters, { [key]: undefined })} all="/" />
      <Count count={count} countMax={MATCHES_MAX} corrections={corrections} isRanked={order === 'match'} />
      {rows.length === 0 ? (
        <Nothing filtered={chips.length > 0} />
      ) : (
        <AgentList
          rows={rows}
          words={wordsOf(filters.q ?? '')}
          fragments={fragments}
          ranked={order === 'score' || order === '-score'}
        />
      )}
      <Tray hasBoxes={rows.length > 0} />
      <Pages
        back={filters.cursor === undefined ? null : { href: libraryAddress(filters), text: 'First page' }}
        next={
          found.nextCursor === null
            ? null
            : { href: libraryAddress(filters, { cursor: found.nextCursor }), text: 'Next page' }
        }
      />
      {statistics.agents > 0 && <Statistics statistics={statistics} tags={tags.slice(0, TAGS_COUNTED)} />}
    </>
  )
})

/** Where the page has no box, what was ticked on others can still be compared. */
const Tray = ({ hasBoxes }: { hasBoxes: boolean }) => (
  <div className={hasBoxes ? 'contents' : 'unscripted:hidden'}>
    <CompareTray place="/compare" />
  </div>
)

function Nothing({ filtered }: { filtered: boolean }) {
  return (
    <div className="prose py-8">
      <p className="text-lg font-semibold">
        {filtered ? 'Nothing matches all of this.' : 'The library is empty.'}
      </p>
      <p className="mt-2 text-sm text-ink-soft">
        {filtered
          ? 'Take a filter away, or search for the beginning of a word: every word has to occur in the name, the vendor, a tag or the texts of the threat model.'
          : 'An agent appears here as soon as a workspace publishes its threat model and lists it.'}
      </p>
    </div>
  )
}
