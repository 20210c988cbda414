import type { ReachView } from '@/lib/compare/reach-view'
import { COMPARISON_HEADINGS, costWords, REACH_LEAD, REACH_TITLES, setsWords } from '@/lib/compare/wording'

export function Reaches({ reaches }: { reaches: readonly (ReachView | null)[] }) {
  const known = reaches.filter((reach) => reach !== null)
  if (known.length === 0) return null
  return (
    <section aria-labelledby="reach">
      <h2 id="reach">{COMPARISON_HEADINGS.reach}</h2>
      <p className="lead">{REACH_LEAD}</p>
      <div className="columns">
        {known.map((reach) => (
          <Reach key={reach.key} reach={reach} />
        ))}
      </div>
    </section>
  )
}

const Reach = ({ reach: { name, lead, singles, factors } }: { reach: ReachView }) => (
  <div>
    <h3>{name}</h3>
    <p>{lead}</p>
    {singles.length > 0 && (
      <>
        <p className="lead">{REACH_TITLES.singles}:</p>
        <ul className="others">
          {singles.map(({ text, cost }) => (
            <li key={text}>
              {text}: {costWords(cost)}
            </li>
          ))}
        </ul>
      </>
    )}
    {factors.sentences.map((sentence) => (
      <p key={sentence}>{sentence}</p>
    ))}
    {factors.sets.length > 0 && (
      <ul className="others">
        {factors.sets.map((set) => (
          <li key={set.join()}>{set.join(', ')}</li>
        ))}
      </ul>
    )}
    {factors.setsInAll > factors.sets.length && <p className="lead">{setsWords(factors)}</p>}
  </div>
)
