import { Hidden } from '@/components/compare/hidden'
import { type Place, to } from '@/components/compare/place'
import { Figure } from '@/components/compare/scores'
import { Button } from '@/components/ui/button'
import { Field, TextInput } from '@/components/ui/field'
import { KeepHand } from '@/components/ui/keep-hand'
import { Link } from '@/components/ui/link'
import type { ScoreFigure } from '@/lib/compare/agent-head'
import { AGENTS_MAX } from '@/lib/compare/compared-agent'

/** An agent that could stand in the comparison. */
export type Candidate = {
  readonly key: string
  readonly name: string
  readonly note: string
  readonly score: ScoreFigure | null
}

/** A way to further agents: a search whose answer is a list of addresses, each with one agent more. */
export function FindAgents({ place, candidates }: { place: Place; candidates: readonly Candidate[] | null }) {
  return (
    <KeepHand id="add-agents" className="print:hidden">
      {place.state.agents.length < AGENTS_MAX ? (
        <Search place={place} candidates={candidates} />
      ) : (
        <p className="text-sm text-ink-soft">
          {AGENTS_MAX} agents are the most that stand side by side. Remove one to add another.
        </p>
      )}
    </KeepHand>
  )
}

function Search({ place, candidates }: { place: Place; candidates: readonly Candidate[] | null }) {
  const { find } = place.state
  return (
    <section aria-labelledby="add">
      <h2 id="add" className="sr-only scroll-mt-6">
        Further agents
      </h2>
      <search>
        <form action={`${place.path}#add`} className="flex max-w-xl items-end gap-3">
          <Hidden place={place} />
          <Field label="Add an agent" className="min-w-0 flex-1">
            <TextInput
              type="search"
              name="find"
              defaultValue={find}
              key={find}
              placeholder="Name, vendor, words"
              maxLength={200}
            />
          </Field>
          <Button look="quiet">Find</Button>
        </form>
      </search>
      {candidates !== null && <Candidates place={place} candidates={candidates} />}
    </section>
  )
}

function Candidates({ place, candidates }: { place: Place; candidates: readonly Candidate[] }) {
  const { agents } = place.state
  if (candidates.length === 0)
    return (
      <p className="mt-3 text-sm text-ink-soft" role="status">
        No agent matches all of these words. Search for the beginning of a word.
      </p>
    )
  return (
    <ul className="mt-3 max-w-2xl border-t border-line">
      {candidates.map(({ key, name, note, score }) => (
        <li
          key={key}
          className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-0.5 border-b border-line py-2 text-sm"
        >
          <span className="min-w-0 break-words">
            <span className="font-semibold">{name}</span>
            <span className="flex flex-wrap items-center gap-x-3 text-xs text-ink-soft">
              {note} {score !== null && <Figure score={score} />}
            </span>
          </span>
          {agents.includes(key) ? (
            <span className="text-xs text-ink-soft">In the comparison</span>
          ) : (
            <Link
              href={to(place, { agents: [...agents, key] })}
              scroll={false}
              className="inline-flex min-h-8 items-center rounded-md border border-line-strong bg-paper px-3 text-ink no-underline hover:bg-sunken"
            >
              Add<span className="sr-only"> {name}</span>
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}
