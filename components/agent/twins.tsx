import { Snippet } from '@/components/ui/snippet'
import { addresses, type FileForm } from '@/lib/report/addresses'
import { frameHtml } from '@/lib/report/oembed'
import type { ReportView } from '@/lib/report/report-view'

const FORMS: readonly (readonly [form: FileForm, name: string, what: string])[] = [
  ['pdf', 'PDF', 'to print or attach'],
  ['html', 'HTML', 'one file that needs no network'],
  ['md', 'Markdown', 'for a pull request'],
  ['json', 'JSON', 'for programs, and to import again'],
]

/** The report in the forms that travel, and the lines that put its badge and its card into other pages. */
export function AgentTwins({
  view,
  slug,
  publicUrl,
  mayFrame,
}: {
  view: ReportView
  slug: string
  publicUrl: string
  mayFrame: boolean
}) {
  const badge = addresses.badge(slug)
  const alt = `Agentic risk of ${view.name}`.replace(/[\\[\]]/g, '\\$&')
  return (
    <section aria-labelledby="twins" className="min-w-0 text-sm">
      <h2 id="twins" className="text-lg">
        Pass it on
      </h2>
      <ul className="mt-2 space-y-1">
        {FORMS.map(([form, name, what]) => (
          <li key={form}>
            <a href={addresses.twin(slug, form)}>{name}</a> <span className="text-ink-soft">{what}</span>
          </li>
        ))}
      </ul>
      <h3 className="mt-5 font-semibold">Badge for a README</h3>
      <p className="my-2">
        {/* biome-ignore lint/performance/noImgElement: a small picture of our own that needs no optimising. */}
        <img src={badge} alt={`Agentic risk: ${view.score} ${view.severity}`} height="20" />
      </p>
      <Snippet
        text={`[![${alt}](${publicUrl}${badge})](${publicUrl}${addresses.report(slug)})`}
        copy="Copy badge"
      />
      {mayFrame && (
        <>
          <h3 className="mt-5 mb-2 font-semibold">Card for a page</h3>
          <Snippet
            text={frameHtml(
              `${publicUrl}${addresses.embed(slug)}`,
              `${view.title} · ${view.score} ${view.severity}`,
            )}
            copy="Copy card"
          />
          <p className="mt-2 text-xs text-ink-soft">
            It shows on the pages of the hosts that {view.publisher} has named.
          </p>
        </>
      )}
    </section>
  )
}
