import { ScoreFigure } from '@/components/marks/severity'
import { Link } from '@/components/ui/link'
import { AgentTick } from '@/components/workspace/agent-tick'
import type { AgentLine } from '@/lib/agents/agent-line'
import { DRAFT_TEXTS } from '@/lib/agents/draft-state'
import { VISIBILITY_LABELS } from '@/lib/agents/visibility'
import { KIND_LABELS } from '@/lib/assessment/kinds'
import { draftKeyOf } from '@/lib/compare/address'
import { formatMinute } from '@/lib/report/dates'

/** The agents of a workspace: what is published of each, and what is not yet. */
export function AgentRows({ workspace, agents }: { workspace: string; agents: readonly AgentLine[] }) {
  return (
    <ul className="border-t border-line">
      {agents.map((agent) => (
        <li
          key={agent.slug}
          className="grid gap-x-6 gap-y-1 border-b border-line py-4 sm:grid-cols-[9.5rem_1fr]"
        >
          <p className="leading-none">
            {agent.latest === null ? (
              <span className="text-sm text-ink-faint">Not published</span>
            ) : (
              <ScoreFigure score={agent.latest.score} severity={agent.latest.severity} />
            )}
          </p>
          <div className="min-w-0">
            <div className="flex gap-2.5">
              <AgentTick
                agent={agent.latest === null ? draftKeyOf(agent.slug) : agent.slug}
                name={agent.name}
              />
              <p className="min-w-0 font-semibold break-words">
                <Link
                  href={`/w/${workspace}/agents/${agent.slug}`}
                  className="text-ink decoration-line-strong hover:text-accent"
                >
                  {agent.name}
                </Link>
              </p>
            </div>
            <p className="mt-0.5 text-xs text-ink-soft">
              {[
                KIND_LABELS[agent.kind],
                VISIBILITY_LABELS[agent.visibility],
                agent.latest &&
                  `Revision ${agent.latest.number}${agent.latest.isOutdated ? ', outdated' : ''}`,
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </p>
            {DRAFT_TEXTS[agent.draft] !== null && (
              <p className="text-xs font-medium text-medium-mark">{DRAFT_TEXTS[agent.draft]}</p>
            )}
            <p className="text-xs text-ink-soft">
              Saved by {agent.savedBy},{' '}
              <time dateTime={agent.savedAt.toISOString()}>{formatMinute(agent.savedAt)}</time>
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Where nothing is yet, and what to do about it. */
export const NoAgents = ({ mayWrite }: { mayWrite: boolean }) => (
  <div className="prose py-4">
    <p className="text-lg font-semibold">No agents yet.</p>
    <p className="mt-2 text-sm text-ink-soft">
      {mayWrite
        ? 'An agent is one system that you look at. Begin with a name, a copy, or a document; write its threat model as a draft that only members see; publish it when it is complete.'
        : 'As soon as an editor of this workspace begins one, you can read it here.'}
    </p>
  </div>
)
