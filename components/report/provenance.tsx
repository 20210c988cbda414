import type { ReportView } from '@/lib/report/report-view'

export function Provenance({ view }: { view: ReportView }) {
  const { links, detail } = view
  return (
    <footer>
      <h2>Method and provenance</h2>
      <p>
        Scored by Fullscore with{' '}
        {detail ? (
          <>
            <a href={links.formulaMethod}>{detail.formula.title}</a>, {detail.formula.equation}, of
          </>
        ) : (
          <>
            <a href={links.formulaMethod}>AIVSS</a>,
          </>
        )}{' '}
        the OWASP AI Vulnerability Scoring System. The ratings are an author's estimate from what is public
        about the system; the arithmetic is computed{detail && ' and can be repeated from the vector below'}.
        The layers follow <a href={links.method}>MAESTRO</a>, the seven-layer threat modelling framework of
        the Cloud Security Alliance and Ken Huang.
      </p>
      {view.description !== null && (
        <>
          <h3>The system</h3>
          <p>{view.description}</p>
        </>
      )}
      {detail && (
        <>
          <h3>Vector</h3>
          <p>
            <code className="vector">{detail.vector}</code>
          </p>
        </>
      )}
      <h3>How to cite</h3>
      <p>{view.citation}</p>
      {view.revisions.length > 0 && (
        <>
          <h3>Revisions</h3>
          <ul className="revisions">
            {view.revisions.map((revision) => (
              <li key={revision.number}>
                <a href={links.revision(revision.number)}>Revision {revision.number}</a>, {revision.day}:{' '}
                {revision.score} {revision.severity}
                {revision.note !== '' && `. ${revision.note}`}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="twins">
        {links.twins && (
          <>
            This report to keep: <a href={links.twins.pdf}>PDF</a>, <a href={links.twins.html}>HTML</a>,{' '}
            <a href={links.twins.markdown}>Markdown</a>, <a href={links.twins.json}>JSON</a>.{' '}
          </>
        )}
        Published by {view.publisher}.
      </p>
    </footer>
  )
}
