import { RatingBar } from '@/components/marks/rating-bar'
import type { FactorView, ReportDetail } from '@/lib/report/report-detail'

export function Factors({ detail }: { detail: ReportDetail }) {
  return (
    <section aria-labelledby="factors">
      <h2 id="factors">Ten agentic risk factors</h2>
      <p className="lead">
        Each is rated from 0.00 to 1.00, where 0.50 is the middle of the published rubric. They add up to{' '}
        <b>{detail.factorSum}</b> of 10.
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

const hostOf = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/[/?#].*$/s, '')
