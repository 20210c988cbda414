import { Choices } from '@/components/compare/choices'
import { type Place, to } from '@/components/compare/place'
import { Section } from '@/components/compare/section'
import { Fold } from '@/components/ui/fold'
import { TARGETS } from '@/lib/compare/address'
import type { ComparisonView } from '@/lib/compare/comparison-view'
import type { ReachView } from '@/lib/compare/reach-view'
import { costWords, REACH_LEAD, REACH_TITLES } from '@/lib/compare/wording'

/** What would have to change for each agent to be less dangerous. */
export function Reach({ view: { agents, reach }, place }: { view: ComparisonView; place: Place }) {
  const { target } = place.state
  const limit = reach.find((one) => one !== null)?.limit.text
  return (
    <Section id="reach" title={`What would bring it to ${limit ?? target} or below`} lead={REACH_LEAD}>
      <div className="mb-4 print:hidden">
        <Choices
          name="Down to"
          choices={TARGETS.toReversed().map((severity) => ({
            name: severity,
            href: to(place, { target: severity }),
            isChosen: severity === target,
          }))}
        />
      </div>
      <div className="grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-3 print:grid-cols-2">
        {agents.map(({ key, name }, column) => {
          const found = reach[column] ?? null
          return (
            <article key={key} className="min-w-0 break-inside-avoid text-sm">
              <h3 className="font-semibold break-words">{name}</h3>
              {found === null ? (
                <p className="mt-1 text-ink-soft">A draft without a score can be brought nowhere yet.</p>
              ) : (
                <AgentReach reach={found} />
              )}
            </article>
          )
        })}
      </div>
    </Section>
  )
}

const AgentReach = ({ reach: { lead, singles, factors } }: { reach: ReachView }) => (
  <>
    <p className="mt-1 text-ink-soft">{lead}</p>
    {singles.length > 0 && (
      <>
        <h4 className="mt-3 text-xs font-semibold">{REACH_TITLES.singles}</h4>
        <ul className="mt-1 border-t border-line">
          {singles.map(({ part, text, cost }) => (
            <li key={part} className="flex justify-between gap-3 border-b border-line py-1">
              <span>{text}</span>
              <span className="figures shrink-0 text-ink-soft">{costWords(cost)}</span>
            </li>
          ))}
        </ul>
      </>
    )}
    {factors.sentences.length > 0 && (
      <>
        <h4 className="mt-3 text-xs font-semibold">{REACH_TITLES.factors}</h4>
        {factors.sentences.map((sentence) => (
          <p key={sentence} className="mt-1 text-ink-soft">
            {sentence}
          </p>
        ))}
      </>
    )}
    {factors.sets.length > 0 && (
      <Fold summary={setsSummary(factors.sets.length, factors.setsInAll)} isQuiet className="mt-1">
        <ul className="mt-1 list-disc space-y-1 pl-5 text-xs text-ink-soft">
          {factors.sets.map((set) => (
            <li key={set.join()}>{set.join(', ')}</li>
          ))}
        </ul>
      </Fold>
    )}
  </>
)

const setsSummary = (shown: number, all: number): string =>
  shown === all ? 'Which ones' : `${shown} of the ${all} sets, those that hold most first`
