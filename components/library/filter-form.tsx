import { Button } from '@/components/ui/button'
import { Field, Select, TextInput } from '@/components/ui/field'
import { SEVERITIES } from '@/lib/aivss/severity'
import { KIND_LABELS, KINDS } from '@/lib/assessment/kinds'
import type { LibraryFilters, Sort } from '@/lib/library/filters'

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
  const choosable = filters.tag === undefined || tags.includes(filters.tag) ? tags : [filters.tag, ...tags]
  return (
    <search>
      <form
        action="/"
        className="grid grid-cols-2 gap-3 md:grid-cols-[2fr_1.2fr_1fr_1.2fr_1.45fr_auto] md:items-end"
      >
        <Field label="Search" className="col-span-2 md:col-span-1">
          <TextInput
            type="search"
            name="q"
            defaultValue={filters.q}
            placeholder="Name, vendor, words"
            maxLength={200}
          />
        </Field>
        <Field label="Kind">
          <Select
            name="kind"
            value={filters.kind}
            any="Any"
            options={KINDS.map((kind) => [kind, KIND_LABELS[kind]])}
          />
        </Field>
        <Field label="Severity">
          <Select
            name="severity"
            value={filters.severity}
            any="Any"
            options={SEVERITIES.map(({ id }) => [id, id] as const).reverse()}
          />
        </Field>
        <Field label="Tag">
          <Select name="tag" value={filters.tag} any="Any" options={choosable.map((tag) => [tag, tag])} />
        </Field>
        <Field label="Sort by">
          <Select name="sort" value={filters.sort} options={Object.entries(SORT_LABELS)} />
        </Field>
        <Button className="col-span-2 md:col-span-1">Apply</Button>
      </form>
    </search>
  )
}
