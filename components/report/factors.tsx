import type { FactorView, ReportView } from '@/lib/report/report-view'

export function Factors({ view }: { view: ReportView }) {
  return (
    <section aria-labelledby="factors">
      <h2 id="factors">Ten agentic risk factors</h2>
      <p className="lead">
        Each is rated from 0.00 to 1.00, where 0.50 is the middle of the published rubric. They add up to{' '}
        <b>{view.factorSum}</b> of 10.
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
          {view.factors.map((factor) => (
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
        <Bar hundredths={factor.hundredths} />
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

/** The rating as a length, with a tick where the rubric has its middle. */
function Bar({ hundredths }: { hundredths: number }) {
  return (
    <svg className="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect className="track" width="100" height="8" />
      <rect width={hundredths} height="8" />
      <rect className="tick" x="49.6" width="0.8" height="8" />
    </svg>
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
