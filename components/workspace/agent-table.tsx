import type { ReactNode } from 'react'
import { Fragments, Marked } from '@/components/filters/found'
import { Link } from '@/components/ui/link'
import { agentCell } from '@/components/workspace/agent-cell'
import { AgentTick } from '@/components/workspace/agent-tick'
import type { AgentLine } from '@/lib/agents/agent-line'
import { DRAFT_TEXTS } from '@/lib/agents/draft-state'
import { COLUMN_LABELS } from '@/lib/agents/filter-texts'
import type { AgentColumn } from '@/lib/agents/filters'
import { draftKeyOf } from '@/lib/compare/address'
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
        <tbody className="block lg:table-row-group">
          {agents.map((agent) => (
            <tr key={agent.id} className="relative block border-b border-line py-3 lg:table-row">
              <td className="absolute top-3 right-0 lg:static lg:py-3 lg:pr-3 lg:align-top">
                <AgentTick
                  agent={agent.latest === null ? draftKeyOf(agent.slug) : agent.slug}
                  name={agent.name}
                />
              </td>
              <th
                scope="row"
                className="block min-w-0 pr-10 text-left font-normal lg:table-cell lg:min-w-64 lg:py-3 lg:pr-5 lg:align-top"
              >
                <Link
                  href={`/w/${workspace}/agents/${agent.slug}`}
                  className="font-semibold break-words text-ink decoration-line-strong hover:text-accent"
                >
                  <Marked parts={markWords(agent.name, words)} />
                </Link>
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

/** On a card what is not there takes no room. */
function Cell({ column, agent }: { column: AgentColumn; agent: AgentLine }) {
  const shown = agentCell(column, agent)
  return (
    <td
      className={`${shown === null ? 'hidden' : 'grid'} mt-1 grid-cols-[8.5rem_minmax(0,1fr)] gap-x-3 break-words lg:table-cell lg:py-3 lg:pr-5 lg:align-top ${TEXTS.includes(column) ? '' : 'figures'}`}
    >
      <span aria-hidden="true" className="text-xs text-ink-soft lg:hidden">
        {COLUMN_LABELS[column]}
      </span>
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
