import { Derivation } from '@/components/report/derivation'
import { DocumentShell } from '@/components/report/document-shell'
import { Factors } from '@/components/report/factors'
import { Layers } from '@/components/report/layers'
import { Masthead } from '@/components/report/masthead'
import { Provenance } from '@/components/report/provenance'
import { IMAGE, imageAlt } from '@/lib/report/preview-image'
import type { ReportView } from '@/lib/report/report-view'
import { sharedWords } from '@/lib/report/wording'

/** The report as a journal would set it: result first, then how it came about, then what it rests on. */
export function ReportDocument({ view }: { view: ReportView }) {
  return (
    <DocumentShell title={`${view.title} · ${view.score} ${view.severity}`} head={<Head view={view} />}>
      <Top view={view} />
      <main>
        <article>
          <Masthead view={view} />
          {view.detail && (
            <>
              <Derivation detail={view.detail} score={view.score} />
              <Factors detail={view.detail} />
              <Layers layers={view.detail.layers} />
            </>
          )}
          <Provenance view={view} />
        </article>
      </main>
    </DocumentShell>
  )
}

/** Where this is read: the way back to it, or for a shared link what it is, since a link leads nowhere else. */
function Top({ view }: { view: ReportView }) {
  if (view.links.listing === null)
    return (
      <header className="top">
        <span>{sharedWords(view)}</span>
        <span>Fullscore</span>
      </header>
    )
  return (
    <nav className="top" aria-label={view.readers === 'members' ? 'Workspace' : 'Library'}>
      <a href={view.links.listing}>← {view.name}</a>
      <span>{view.readers === 'members' ? 'Fullscore, for members alone' : 'Fullscore'}</span>
    </nav>
  )
}

function Head({ view }: { view: ReportView }) {
  const { links } = view
  return (
    <>
      <meta name="description" content={`${view.score} · ${view.severity}. ${view.summary}`} />
      <meta name="author" content={view.byline} />
      <link rel="canonical" href={links.latest} />
      <Preview view={view} />
      {links.twins && (
        <>
          <link rel="alternate" type="application/json" href={links.twins.json} />
          <link rel="alternate" type="text/markdown" href={links.twins.markdown} />
          <link rel="alternate" type="application/pdf" href={links.twins.pdf} />
        </>
      )}
      {links.oembed !== null && (
        <link rel="alternate" type="application/json+oembed" href={links.oembed} title={view.title} />
      )}
    </>
  )
}

/** What a chat or a feed shows of a link to this; nothing of it stands elsewhere than under the link itself. */
function Preview({ view: { title, score, severity, summary, links, readers } }: { view: ReportView }) {
  return (
    <>
      <meta property="og:type" content="article" />
      <meta property="og:site_name" content="Fullscore" />
      <meta property="og:title" content={`${title} · ${score} ${severity}`} />
      <meta property="og:description" content={summary} />
      <meta property="og:url" content={links.latest} />
      {links.twins && readers !== 'members' && (
        <>
          <meta property="og:image" content={links.twins.image} />
          <meta property="og:image:width" content={String(IMAGE.width)} />
          <meta property="og:image:height" content={String(IMAGE.height)} />
          <meta property="og:image:alt" content={imageAlt({ title, score, severity })} />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
    </>
  )
}
