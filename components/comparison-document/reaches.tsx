import type { ReachView } from '@/lib/compare/reach-view'

export function Reaches({ reaches }: { reaches: readonly (ReachView | null)[] }) {
  const known = reaches.filter((reach) => reach !== null)
  const [first] = known
  if (!first) return null
  return (
    <section aria-labelledby="reach">
      <h2 id="reach">What would bring each to {first.limit} or below</h2>
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
        <p className="lead">One change alone:</p>
        <ul className="others">
          {singles.map(({ text }) => (
            <li key={text}>{text}</li>
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
          <li key={set.join()}>{set.join(' and ')}</li>
        ))}
      </ul>
    )}
  </div>
)
