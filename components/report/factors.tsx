import { RatingBar } from '@/components/marks/rating-bar'
import type { FactorView, ReportDetail } from '@/lib/report/report-detail'
import { factorsLead, HEADINGS, hostOf } from '@/lib/report/wording'

export function Factors({ detail }: { detail: ReportDetail }) {
  const [before, sum, after] = factorsLead(detail.factorSum)
  return (
    <section aria-labelledby="factors">
      <h2 id="factors">{HEADINGS.factors}</h2>
      <p className="lead">
        {before}
        <b>{sum}</b>
        {after}
      </p>
      <table className="factors">
        <thead>
          <tr>
            <th scope="col">Factor</th>
            <th scope="col">Rating</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {detail.factors.map((factor) => (
            <FactorRow key={factor.id} factor={factor} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function FactorRow({ factor }: { factor: FactorView }) {
  return (
    <tr id={factor.id}>
      <th scope="row">{factor.name}</th>
      <td className="rating">
        <b>{factor.value}</b>
        <RatingBar hundredths={factor.hundredths} className="bar" track="track" tick="tick" />
      </td>
      <td>
        {factor.rationale}
        {factor.evidence.length > 0 && (
          <ul className="evidence">
            {factor.evidence.map(({ text, url }) => (
              <li key={text}>
                {text} {url !== null && <Source url={url} />}
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  )
}

function Source({ url }: { url: string }) {
  return (
    <a href={url} rel="nofollow noopener noreferrer">
      {hostOf(url)}
    </a>
  )
}
