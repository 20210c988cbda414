import { COMPARISON_CSS } from '@/components/comparison-document/css'
import { Factors } from '@/components/comparison-document/factors'
import { Layers } from '@/components/comparison-document/layers'
import { Reaches } from '@/components/comparison-document/reaches'
import { Scores } from '@/components/comparison-document/scores'
import { Whys } from '@/components/comparison-document/whys'
import { DocumentShell } from '@/components/report/document-shell'
import type { ComparisonView } from '@/lib/compare/comparison-view'
import type { ComparisonPaper } from '@/lib/compare/paper'
import { methodSentence } from '@/lib/compare/wording'

/** A comparison as one file: what comes first, then where the agents differ and why, then what is known of each. */
export function ComparisonDocument({ view, paper }: { view: ComparisonView; paper: ComparisonPaper }) {
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
        <Factors view={view} />
        <Whys whys={view.whys} />
        <Reaches reaches={view.reach} />
        <Layers view={view} />
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
