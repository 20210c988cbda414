import { ScoreFigure } from '@/components/marks/severity'
import { Link } from '@/components/ui/link'
import type { StoredDraft } from '@/lib/agents/drafts/draft'
import type { AgentOverview } from '@/lib/agents/overview'
import { missingForPublishing } from '@/lib/assessment/missing'
import { scoreDraft } from '@/lib/assessment/score-draft'
import { formatMinute } from '@/lib/report/dates'

/** What the draft says so far, and how it stands to what is published. */
export function DraftSummary({
  draft,
  agent,
  home,
  mayWrite,
}: {
  draft: StoredDraft
  agent: AgentOverview
  home: string
  mayWrite: boolean
}) {
  const score = scoreDraft(draft.document)
  const missing = missingForPublishing(draft.document).length
  return (
    <section aria-labelledby="draft">
      <h3 id="draft" className="text-lg">
        Draft
      </h3>
      <div className="mt-2 space-y-1 text-sm">
        <p>
          {score === null ? (
            <span className="text-ink-soft">No score yet: it needs CVSS and all ten factors.</span>
          ) : (
            <ScoreFigure score={score.score} severity={score.severity} />
          )}
        </p>
        <p className="font-medium">{stateOf(draft, agent)}</p>
        {agent.isOutdated && <p>{OUTDATED}</p>}
        {missing > 0 && (
          <p>
            {mayWrite ? (
              <Link href={`${home}/publish`}>{missingText(missing)}</Link>
            ) : (
              <span className="text-ink-soft">{missingText(missing)}</span>
            )}
          </p>
        )}
        <p className="text-xs text-ink-soft">
          Saved by {draft.savedBy},{' '}
          <time dateTime={draft.savedAt.toISOString()}>{formatMinute(draft.savedAt)}</time>
        </p>
      </div>
    </section>
  )
}

const OUTDATED =
  'What is published is older than this workspace lets a report become: its badges say that it is outdated.'

function stateOf({ isPublished }: StoredDraft, { draft, revisions }: AgentOverview): string {
  const latest = revisions.find(({ withdrawnAt }) => withdrawnAt === null)
  if (isPublished && draft === 'published') return `Published as revision ${latest?.number}.`
  if (isPublished) return 'It was published, and that revision is withdrawn.'
  return latest
    ? `It has changes that revision ${latest.number} does not show.`
    : 'Nothing of it is published yet.'
}

const missingText = (count: number): string =>
  count === 1 ? 'One thing is missing for publishing' : `${count} things are missing for publishing`
