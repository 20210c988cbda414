import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { available } from '@/app/available'
import { preview } from '@/app/preview'
import { AgentFacts } from '@/components/agent/facts'
import { AgentProfile } from '@/components/agent/profile'
import { AgentRevisions } from '@/components/agent/revisions'
import { AgentTwins } from '@/components/agent/twins'
import { ScoreFigure } from '@/components/marks/severity'
import { CompareTick } from '@/components/tray/compare-tick'
import { CompareTray } from '@/components/tray/compare-tray'
import { Link } from '@/components/ui/link'
import { calculatorAddress, stateOfDocument } from '@/lib/calculator/state'
import { ANSWER_WITHIN_MS, within } from '@/lib/http/deadline'
import { findEmbedHosts } from '@/lib/library/embedding'
import { findListedName, findPublishedReport } from '@/lib/library/published-report'
import { registry } from '@/lib/registry'
import { addresses, publicPlace } from '@/lib/report/addresses'
import { imageAlt } from '@/lib/report/preview-image'
import { detailOf } from '@/lib/report/report-detail'
import { reportView } from '@/lib/report/report-view'

/** Asked once for a request, although the head of the page asks too. */
const findReport = cache((slug: string) => findPublishedReport(slug))

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  const report = await within(ANSWER_WITHIN_MS, findReport(slug)).catch(() => null)
  if (!report) return { title: 'Not found' }
  const { title, name, score, severity, summary, links } = reportView(
    report,
    registry().publicUrl,
    publicPlace(slug),
  )
  return {
    title: name,
    description: summary,
    alternates: { canonical: addresses.listing(slug) },
    ...preview({
      title: `${title} · ${score} ${severity}`,
      description: summary,
      url: links.listing,
      image: links.twins && { url: links.twins.image, alt: imageAlt({ title, score, severity }) },
    }),
  }
}

export default available(async function ListingPage({ params }: Props) {
  const { slug } = await params
  const report = await findReport(slug)
  if (!report) {
    const today = await findListedName(slug)
    if (today === undefined || today === slug) notFound()
    redirect(addresses.listing(today))
  }
  const view = reportView(report, registry().publicUrl, publicPlace(slug))
  const mayFrame = (await findEmbedHosts(slug)).length > 0
  return (
    <article>
      <p className="text-sm">
        <Link href="/">← Library</Link>
      </p>
      <header className="mt-4 border-b border-line pb-6">
        <p className="text-sm text-ink-soft">
          {view.kind}
          {view.vendor !== null && ` · ${view.vendor}`}
        </p>
        <h1 className="mt-1 text-2xl break-words">{view.name}</h1>
        <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-3">
          <ScoreFigure score={report.score.score} severity={view.severity} size="large" />
          <a
            href={addresses.report(slug)}
            className="inline-flex min-h-10 items-center rounded-md bg-accent px-4 text-sm font-semibold text-accent-ink no-underline hover:brightness-110"
          >
            Read the threat model
          </a>
          <Link href={calculatorAddress(stateOfDocument(report.document))} className="text-sm">
            Open its figures in the calculator
          </Link>
          <span className="text-sm scripted:inline unscripted:hidden">
            <CompareTick agent={slug} name={view.name} />
          </span>
          <Link href={`/compare?agents=${slug}`} className="text-sm scripted:hidden">
            Compare with others
          </Link>
        </div>
      </header>
      <div className="mt-8 grid gap-x-12 gap-y-10 md:grid-cols-[1fr_19rem]">
        <div className="min-w-0 space-y-10">
          <AgentProfile document={report.document} />
          <AgentRevisions view={view} slug={slug} />
          <AgentTwins view={view} slug={slug} publicUrl={registry().publicUrl} mayFrame={mayFrame} />
        </div>
        <AgentFacts detail={detailOf(report.document, report.score, 'whole')} slug={slug} />
      </div>
      <div className="unscripted:hidden">
        <CompareTray place="/compare" />
      </div>
    </article>
  )
})
