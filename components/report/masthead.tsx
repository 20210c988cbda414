import { SeverityMark } from '@/components/marks/severity'
import type { ReportView } from '@/lib/report/report-view'
import { kickerOf } from '@/lib/report/wording'

export function Masthead({ view }: { view: ReportView }) {
  return (
    <header>
      <p className="kicker">{kickerOf(view)}</p>
      <h1>{view.name}</h1>
      <p className="byline">
        {view.byline} · <time dateTime={view.isoDay}>{view.day}</time> · Revision {view.number}
      </p>
      <div className="result">
        <p className={`score ${view.severity.toLowerCase()}`}>
          <b>{view.score}</b>
          <span>
            <SeverityMark severity={view.severity} />
            {view.severity}
          </span>
        </p>
        {view.detail && (
          <dl className="figures">
            {view.detail.header.map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      <p className="summary">{view.summary}</p>
    </header>
  )
}
