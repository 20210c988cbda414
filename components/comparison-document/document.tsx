import { COMPARISON_CSS } from '@/components/comparison-document/css'
import { Factors } from '@/components/comparison-document/factors'
import { Layers } from '@/components/comparison-document/layers'
import { Reaches } from '@/components/comparison-document/reaches'
import { Scores } from '@/components/comparison-document/scores'
import { Whys } from '@/components/comparison-document/whys'
import { DocumentShell } from '@/components/report/document-shell'
import type { ComparisonView } from '@/lib/compare/comparison-view'
import type { ComparisonPaper } from '@/lib/compare/paper'
import { widestWhy } from '@/lib/compare/present'
import type { WhyView } from '@/lib/compare/why'
import { methodSentence } from '@/lib/compare/wording'

/** A comparison as one file, in the order of its page. */
export function ComparisonDocument({
  view,
  why,
  paper,
}: {
  view: ComparisonView
  why: WhyView | null
  paper: ComparisonPaper
}) {
  return (
    <DocumentShell
      title={`${paper.title} · Fullscore`}
      css={COMPARISON_CSS}
      head={<meta name="description" content={view.title} />}
    >
      <header className="top">
        <span>{paper.source}</span>
        <span>Fullscore</span>
      </header>
      <main className={`of-${view.agents.length}`}>
        <header>
          <p className="kicker">Comparison · {paper.day}</p>
          <h1>{paper.title}</h1>
          {paper.title !== view.title && <p className="byline">{view.title}</p>}
        </header>
        <Scores view={view} />
        <Whys whys={view.whys} first={why ?? widestWhy(view.whys)} />
        <Factors view={view} />
        <Layers view={view} />
        <Reaches reaches={view.reach} />
        <footer>
          <h2>Method</h2>
          <p className="prose">
            {methodSentence(view)} <a href={paper.method}>How the scores are made</a>.
          </p>
        </footer>
      </main>
    </DocumentShell>
  )
}
