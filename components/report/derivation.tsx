import type { ReportDetail } from '@/lib/report/report-detail'
import { HEADINGS } from '@/lib/report/wording'

/** From the ratings to the score, one line of arithmetic after the other. */
export function Derivation({ detail, score }: { detail: ReportDetail; score: string }) {
  return (
    <section aria-labelledby="derivation">
      <h2 id="derivation">{HEADINGS.derivation}</h2>
      <p className="equation">
        <span>{detail.equation.formula}</span> <span>= {detail.equation.numbers}</span>{' '}
        <span>
          = {detail.equation.exact} → <b>{score}</b>
        </span>
      </p>
      <table className="steps">
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">Arithmetic</th>
            <th scope="col">Result</th>
          </tr>
        </thead>
        <tbody>
          {detail.steps.map(({ label, expression, value }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{expression}</td>
              <td className="number">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Inputs inputs={detail.inputs} />
      <h3>{HEADINGS.others}</h3>
      <ul className="others">
        {detail.others.map(({ title, score, severity }) => (
          <li key={title}>
            {title}: <b>{score}</b> {severity}
          </li>
        ))}
      </ul>
      <Notices notices={detail.notices} />
    </section>
  )
}

function Inputs({ inputs }: { inputs: ReportDetail['inputs'] }) {
  return (
    <dl className="inputs">
      {inputs.map(({ symbol, name, value, origin, rationale }) => (
        <div key={symbol}>
          <dt>
            <i>{symbol}</i> {name} <b>{value}</b>
          </dt>
          <dd>
            {origin !== null && <span className="origin">{origin} </span>}
            {rationale}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Notices({ notices }: { notices: readonly string[] }) {
  if (notices.length === 0) return null
  return (
    <>
      <h3>{HEADINGS.notices}</h3>
      <ul className="notices">
        {notices.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </>
  )
}
