import type { ReportView } from '@/lib/report/report-view'

export function Provenance({ view }: { view: ReportView }) {
  const { links, formula } = view
  return (
    <footer>
      <h2>Method and provenance</h2>
      <p>
        Scored by Fullscore with <a href={links.formulaMethod}>{formula.title}</a>, {formula.equation}, of the
        OWASP AI Vulnerability Scoring System. The ratings are an author's estimate from what is public about
        the system; the arithmetic is computed and can be repeated from the vector below. The layers follow{' '}
        <a href={links.method}>MAESTRO</a>, the seven-layer threat modelling framework of the Cloud Security
        Alliance and Ken Huang.
      </p>
      {view.description !== null && (
        <>
          <h3>The system</h3>
          <p>{view.description}</p>
        </>
      )}
      <h3>Vector</h3>
      <p>
        <code className="vector">{view.vector}</code>
      </p>
      <h3>How to cite</h3>
      <p>{view.citation}</p>
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
      <p className="twins">
        {links.data !== null && (
          <>
            This report as data: <a href={links.data.json}>JSON</a>,{' '}
            <a href={links.data.markdown}>Markdown</a>.{' '}
          </>
        )}
        Published by {view.publisher}.
      </p>
    </footer>
  )
}
