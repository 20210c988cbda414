import type { ReactNode } from 'react'
import { Fragments, Marked } from '@/components/filters/found'
import { NameLink } from '@/components/ui/name-link'
import { agentCell } from '@/components/workspace/agent-cell'
import { AgentTick } from '@/components/workspace/agent-tick'
import { DRAFT_TEXTS } from '@/lib/agents/drafts/draft-state'
import { type AgentLine, comparedKeyOf } from '@/lib/agents/lists/agent-line'
import { COLUMN_LABELS } from '@/lib/agents/lists/filter-texts'
import type { AgentColumn } from '@/lib/agents/lists/filters'
import { type Fragment, markWords } from '@/lib/search/highlight'

/** The agents with the columns that were chosen: a table where there is room for one, and else a card for each. */
export function AgentTable({
  workspace,
  agents,
  columns,
  words,
  fragments,
}: {
  workspace: string
  agents: readonly AgentLine[]
  columns: readonly AgentColumn[]
  /** That were searched for. */
  words: readonly string[]
  fragments: ReadonlyMap<string, readonly Fragment[]>
}) {
  return (
    <div className="lg:overflow-x-auto">
      <table className="block w-full border-t border-line text-sm lg:table">
        <thead className="sr-only lg:not-sr-only lg:table-header-group">
          <tr className="text-left text-xs text-ink-soft">
            <Head label={<span className="sr-only">Chosen</span>} />
            <Head label="Agent" />
            {columns.map((column) => (
              <Head key={column} label={COLUMN_LABELS[column]} />
            ))}
          </tr>
        </thead>
        <tbody className={`block lg:table-row-group ${CELLS}`}>
          {agents.map((agent) => (
            <tr key={agent.id} className="relative block border-b border-line py-3 lg:table-row">
              <td className="absolute top-3 right-0 lg:static lg:py-3 lg:pr-3 lg:align-top">
                <AgentTick workspace={workspace} agent={comparedKeyOf(agent)} name={agent.name} />
              </td>
              <th
                scope="row"
                className="block min-w-0 pr-10 text-left font-normal lg:table-cell lg:min-w-64 lg:py-3 lg:pr-5 lg:align-top"
              >
                <NameLink href={`/w/${workspace}/agents/${agent.slug}`} className="font-semibold break-words">
                  <Marked parts={markWords(agent.name, words)} />
                </NameLink>
                {DRAFT_TEXTS[agent.draft] !== null && !columns.includes('draft') && (
                  <p className="text-xs font-medium text-medium-mark">{DRAFT_TEXTS[agent.draft]}</p>
                )}
                <Fragments fragments={fragments.get(agent.id) ?? []} />
              </th>
              {columns.map((column) => (
                <Cell key={column} column={column} agent={agent} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Head = ({ label }: { label: ReactNode }) => (
  <th scope="col" className="py-2 pr-5 font-medium">
    {label}
  </th>
)

/** Said once for the table: repeated at each cell it would be most of the page. */
const CELLS = [
  '[&_[data-cell]]:mt-1 [&_[data-cell]]:grid-cols-[8.5rem_minmax(0,1fr)] [&_[data-cell]]:gap-x-3 [&_[data-cell]]:break-words',
  'max-lg:[&_[data-cell=empty]]:hidden max-lg:[&_[data-cell=filled]]:grid',
  'lg:[&_[data-cell]]:py-3 lg:[&_[data-cell]]:pr-5 lg:[&_[data-cell]]:align-top',
  '[&_[data-cell]>[aria-hidden]]:text-xs [&_[data-cell]>[aria-hidden]]:text-ink-soft lg:[&_[data-cell]>[aria-hidden]]:hidden',
].join(' ')

/** On a card what is not there takes no room. */
function Cell({ column, agent }: { column: AgentColumn; agent: AgentLine }) {
  const shown = agentCell(column, agent)
  return (
    <td
      data-cell={shown === null ? 'empty' : 'filled'}
      className={TEXTS.includes(column) ? undefined : 'figures'}
    >
      <span aria-hidden="true">{COLUMN_LABELS[column]}</span>
      <span>{shown}</span>
    </td>
  )
}

const TEXTS: readonly AgentColumn[] = [
  'score',
  'kind',
  'vendor',
  'tags',
  'visibility',
  'draft',
  'published',
  'updated',
  'openLayers',
]
