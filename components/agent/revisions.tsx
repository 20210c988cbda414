import { SeverityChip } from '@/components/marks/severity'
import { addresses } from '@/lib/report/addresses'
import type { ReportView } from '@/lib/report/report-view'

export function AgentRevisions({ view, slug }: { view: ReportView; slug: string }) {
  return (
    <section aria-labelledby="revisions">
      <h2 id="revisions" className="text-lg">
        Revisions
      </h2>
      <ol className="mt-2">
        {view.revisions.map(({ number, day, score, severity, note }) => (
          <li key={number} className="border-b border-line py-2.5 text-sm">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <a href={addresses.report(slug, number)}>Revision {number}</a>
              <span className="text-ink-soft">{day}</span>
              <span className="ml-auto flex items-center gap-2">
                <span className="figures font-semibold">{score}</span>
                <SeverityChip severity={severity} />
              </span>
            </p>
            {note !== '' && <p className="mt-1 text-ink-soft">{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
