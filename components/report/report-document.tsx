import { Derivation } from '@/components/report/derivation'
import { DocumentShell } from '@/components/report/document-shell'
import { Factors } from '@/components/report/factors'
import { Layers } from '@/components/report/layers'
import { Masthead } from '@/components/report/masthead'
import { Provenance } from '@/components/report/provenance'
import type { ReportView } from '@/lib/report/report-view'

/** The report as a journal would set it: result first, then how it came about, then what it rests on. */
export function ReportDocument({ view }: { view: ReportView }) {
  return (
    <DocumentShell title={`${view.title} · ${view.score} ${view.severity}`} head={<Head view={view} />}>
      <nav className="top" aria-label={view.readers === 'members' ? 'Workspace' : 'Library'}>
        <a href={view.links.listing}>← {view.name}</a>
        <span>{view.readers === 'members' ? 'Fullscore, for members alone' : 'Fullscore'}</span>
      </nav>
      <main>
        <article>
          <Masthead view={view} />
          <Derivation view={view} />
          <Factors view={view} />
          <Layers layers={view.layers} />
          <Provenance view={view} />
        </article>
      </main>
    </DocumentShell>
  )
}

function Head({ view }: { view: ReportView }) {
  const description = `${view.score} · ${view.severity}. ${view.summary}`
  return (
    <>
      <meta name="description" content={description} />
      <meta name="author" content={view.byline} />
      <meta property="og:type" content="article" />
      <meta property="og:title" content={`${view.title} · ${view.score} ${view.severity}`} />
      <meta property="og:description" content={view.summary} />
      <meta property="og:url" content={view.links.latest} />
      <link rel="canonical" href={view.links.latest} />
      {view.links.data !== null && (
        <>
          <link rel="alternate" type="application/json" href={view.links.data.json} />
          <link rel="alternate" type="text/markdown" href={view.links.data.markdown} />
        </>
      )}
    </>
  )
}
