import { SeverityMark } from '@/components/marks/severity'
import { CARD_CSS } from '@/components/report/card-css'
import { DocumentShell } from '@/components/report/document-shell'
import type { FactorView, ReportDetail } from '@/lib/report/report-detail'
import type { ReportView } from '@/lib/report/report-view'

/** A report at a glance, for a frame in somebody else's page: result, ten bars, and the way to the whole. */
export function CardDocument({ view, detail }: { view: ReportView; detail: ReportDetail }) {
  return (
    <DocumentShell title={`${view.title} · ${view.score} ${view.severity}`} css={CARD_CSS}>
      <main>
        <h1>{view.name}</h1>
        <p className={`score ${view.severity.toLowerCase()}`}>
          <b>{view.score}</b>
          <span>
            <SeverityMark severity={view.severity} />
            {view.severity}
          </span>
        </p>
        <ol className="factors" aria-label="Ten agentic risk factors, from 0 to 1">
          {detail.factors.map((factor) => (
            <Factor key={factor.id} factor={factor} />
          ))}
        </ol>
        <p className="soft">
          Ten factors: {detail.factorSum} of 10 · {detail.formula.title}
        </p>
        <p className="foot">
          {/* A frame is too small to read in, and the page around it is not ours to take away. */}
          <a href={view.links.latest} target="_blank" rel="noopener">
            Read the threat model
          </a>
          <span className="soft">
            Revision {view.number} · <time dateTime={view.isoDay}>{view.day}</time>
          </span>
        </p>
      </main>
    </DocumentShell>
  )
}

const Factor = ({ factor: { name, value, hundredths } }: { factor: FactorView }) => (
  <li title={`${name}: ${value}`}>
    <svg viewBox="0 0 8 100" preserveAspectRatio="none" aria-hidden="true">
      <rect width="8" height="100" className="track" />
      <rect width="8" height={hundredths} y={100 - hundredths} />
    </svg>
    <span className="hidden">{name}: </span>
    {value.replace(/^0\./, '.')}
  </li>
)
