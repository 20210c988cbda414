import { MainFields, MoreFields } from '@/components/filters/filter-fields'
import { Button } from '@/components/ui/button'
import { Field, Select, TextInput } from '@/components/ui/field'
import { Fold } from '@/components/ui/fold'
import { type LibraryFilters, SORT_DEFAULT, type Sort } from '@/lib/library/filters'
import { ROWS_DEFAULT } from '@/lib/search/rows-limit'

const SORT_LABELS: Readonly<Record<Sort, string>> = {
  '-score': 'Highest score',
  score: 'Lowest score',
  name: 'Name, A to Z',
  '-name': 'Name, Z to A',
  '-updated': 'Newest',
  updated: 'Oldest',
}

/** A plain form: its answer is an address, so a filtered library can be kept, sent and gone back to. */
export function FilterForm({ filters, tags }: { filters: LibraryFilters; tags: readonly string[] }) {
  const isSearch = filters.q !== undefined
  return (
    <search>
      <form action="/">
        <div className="grid grid-cols-2 gap-3 md:grid-cols-[2fr_1.2fr_1fr_1.2fr_1.45fr_auto] md:items-end">
          <Field label="Search" className="col-span-2 md:col-span-1">
            <TextInput
              type="search"
              name="q"
              defaultValue={filters.q}
              placeholder="Name, vendor, words"
              maxLength={200}
            />
          </Field>
          <MainFields traits={filters} tags={tags} />
          <Field label="Sort by">
            <Select
              name="sort"
              value={isSearch || filters.sort !== SORT_DEFAULT ? filters.sort : undefined}
              any={isSearch ? 'Best match' : SORT_LABELS[SORT_DEFAULT]}
              options={Object.entries(SORT_LABELS).filter(([sort]) => isSearch || sort !== SORT_DEFAULT)}
            />
          </Field>
          <Button className="col-span-2 md:col-span-1">Apply</Button>
        </div>
        {filters.limit !== ROWS_DEFAULT && <input type="hidden" name="limit" value={filters.limit} />}
        <Fold summary="More filters" className="mt-3">
          <MoreFields traits={filters} />
        </Fold>
      </form>
    </search>
  )
}
