import { addresses } from '@/lib/report/addresses'
import type { ReportView } from '@/lib/report/report-view'

/** The report in the forms that travel, and the badge with the line that puts it into a README. */
export function AgentTwins({ view, slug, publicUrl }: { view: ReportView; slug: string; publicUrl: string }) {
  const badge = addresses.badge(slug)
  const markdown = `[![Agentic risk of ${view.name}](${publicUrl}${badge})](${publicUrl}${addresses.report(slug)})`
  return (
    <section aria-labelledby="twins" className="min-w-0 text-sm">
      <h2 id="twins" className="text-lg">
        Pass it on
      </h2>
      <p className="mt-2">
        <a href={addresses.twin(slug, 'json')}>JSON</a> · <a href={addresses.twin(slug, 'md')}>Markdown</a>
      </p>
      <p className="mt-4">
        {/* biome-ignore lint/performance/noImgElement: a small picture of our own that needs no optimising. */}
        <img src={badge} alt={`Agentic risk: ${view.score} ${view.severity}`} height="20" />
      </p>
      <pre className="figures mt-2 rounded-md border border-line bg-paper p-3 text-xs break-all whitespace-pre-wrap">
        <code>{markdown}</code>
      </pre>
    </section>
  )
}
