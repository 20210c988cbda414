import type { WhyView } from '@/lib/compare/why'

/** Each difference as a sum: the greatest comes first and stands open, the others wait, and paper shows those that are open. */
export function Whys({ whys }: { whys: readonly WhyView[] }) {
  if (whys.length === 0) return null
  const widestFirst = whys.toSorted((one, other) => other.total.hundredths - one.total.hundredths)
  return (
    <section aria-labelledby="whys">
      <h2 id="whys">Why one scores more than another</h2>
      <p className="lead">
        Each input’s part is what its change adds to the score, averaged over every order in which the inputs
        can change, so that the parts add up.
      </p>
      {widestFirst.map((why, place) => (
        <details key={`${why.of.key} ${why.than.key}`} className="whys" open={place === 0}>
          <summary>
            <b>{why.title}</b>
          </summary>
          <Parts why={why} />
        </details>
      ))}
    </section>
  )
}

const Parts = ({ why }: { why: WhyView }) => (
  <>
    <p className="lead">
      {why.priority} Both under {why.formula.title}.
    </p>
    <table className="parts">
      <thead>
        <tr>
          <th scope="col">Input</th>
          <th scope="col">
            {why.of.name} against {why.than.name}
          </th>
          <th scope="col">Part</th>
        </tr>
      </thead>
      <tbody>
        {why.parts.map(({ id, name, values, text }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{values}</td>
            <td>{text}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Together</th>
          <td>
            {why.of.score.text} against {why.than.score.text}
          </td>
          <td>{why.total.text}</td>
        </tr>
      </tfoot>
    </table>
    {why.same.length > 0 && <p className="lead">The same in both: {why.same.join(', ')}.</p>}
  </>
)
