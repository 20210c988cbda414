import type { WhyView } from '@/lib/compare/why'
import { COMPARISON_HEADINGS, WHY_METHOD, whyLead, whySame, whyTogether } from '@/lib/compare/wording'

/** Each difference as a sum: the one that is looked at comes first and stands open, the others wait, and paper shows those that are open. */
export function Whys({ whys, first }: { whys: readonly WhyView[]; first: WhyView | null }) {
  if (first === null) return null
  const others = whys
    .filter((why) => !isOfSamePair(why, first))
    .toSorted((one, other) => other.total.hundredths - one.total.hundredths)
  return (
    <section aria-labelledby="whys">
      <h2 id="whys">{COMPARISON_HEADINGS.why}</h2>
      <p className="lead">{WHY_METHOD}</p>
      {[first, ...others].map((why, place) => (
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

const isOfSamePair = (one: WhyView, other: WhyView): boolean =>
  [other.of.key, other.than.key].every((key) => key === one.of.key || key === one.than.key)

const Parts = ({ why }: { why: WhyView }) => (
  <>
    <p className="lead">{whyLead(why)}</p>
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
          <td>{whyTogether(why)}</td>
          <td>{why.total.text}</td>
        </tr>
      </tfoot>
    </table>
    {why.same.length > 0 && <p className="lead">{whySame(why)}</p>}
  </>
)
