import { Days, MainFields, MoreFields } from '@/components/filters/filter-fields'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field, Select, TextInput } from '@/components/ui/field'
import { Fold } from '@/components/ui/fold'
import { DRAFT_STATES } from '@/lib/agents/drafts/draft-state'
import { COLUMN_LABELS, DRAFT_FILTER_LABELS, SORT_LABELS } from '@/lib/agents/lists/filter-texts'
import { AGENT_COLUMNS, AGENTS_PAGE_ROWS, type AgentFilters } from '@/lib/agents/lists/filters'
import { AGENT_LIST_SORTS, AGENT_SORT_DEFAULT } from '@/lib/agents/lists/sorts'
import { VISIBILITIES, VISIBILITY_LABELS } from '@/lib/agents/publishing/visibility'

/** A plain form: its answer is an address, so a filtered list can be kept, sent and gone back to. */
export function AgentFilterForm({
  workspace,
  filters,
  tags,
}: {
  workspace: string
  filters: AgentFilters
  tags: readonly string[]
}) {
  const isSearch = filters.q !== undefined
  const sorts = AGENT_LIST_SORTS.filter((sort) => isSearch || sort !== AGENT_SORT_DEFAULT)
  return (
    <search>
      <form action={`/w/${workspace}/agents`} className="mb-5 border-y border-line py-4">
        <div className="grid grid-cols-2 gap-3 md:grid-cols-3 md:items-end lg:grid-cols-[2fr_1.2fr_1fr_1.2fr_1.5fr_auto]">
          <Field label="Search" className="col-span-2 lg:col-span-1">
            <TextInput
              type="search"
              name="q"
              defaultValue={filters.q}
              placeholder="Names, vendors, tags, texts"
              maxLength={200}
            />
          </Field>
          <MainFields traits={filters} tags={tags} />
          <Field label="Sort by">
            <Select
              name="sort"
              value={sorts.find((sort) => sort === filters.sort)}
              any={isSearch ? 'Best match' : SORT_LABELS[AGENT_SORT_DEFAULT]}
              options={sorts.map((sort) => [sort, SORT_LABELS[sort]])}
            />
          </Field>
          <Button className="col-span-2 md:col-span-1">Apply</Button>
        </div>
        {filters.limit !== AGENTS_PAGE_ROWS && <input type="hidden" name="limit" value={filters.limit} />}
        <Fold summary="More filters" className="mt-3">
          <MoreFields traits={filters}>
            <Field label="Visibility">
              <Select
                name="visibility"
                value={filters.visibility}
                any="Any"
                options={VISIBILITIES.map((id) => [id, VISIBILITY_LABELS[id]])}
              />
            </Field>
            <Field label="Draft">
              <Select
                name="draft"
                value={filters.draft}
                any="Any"
                options={DRAFT_STATES.map((id) => [id, DRAFT_FILTER_LABELS[id]])}
              />
            </Field>
            <Field label="Age of the report">
              <Select name="outdated" value={filters.outdated} any="Any" options={[['yes', 'Outdated']]} />
            </Field>
            <div className="col-span-2">
              <Days name="updated" label="Saved" range={filters.updated} />
            </div>
          </MoreFields>
        </Fold>
        <Fold summary="Columns" className="mt-2">
          <fieldset className="mt-3">
            <legend className="sr-only">Columns</legend>
            <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-4">
              {AGENT_COLUMNS.map((column) => (
                <Checkbox
                  key={column}
                  name="columns"
                  value={column}
                  defaultChecked={filters.columns.includes(column)}
                >
                  {COLUMN_LABELS[column]}
                </Checkbox>
              ))}
            </div>
          </fieldset>
          <Button className="mt-5">Apply</Button>
        </Fold>
      </form>
    </search>
  )
}
