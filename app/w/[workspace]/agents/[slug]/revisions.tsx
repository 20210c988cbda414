import { withdraw } from '@/app/w/[workspace]/agents/[slug]/actions'
import { SeverityChip } from '@/components/marks/severity'
import { Fold } from '@/components/ui/fold'
import { QuietForm } from '@/components/workspace/quiet-form'
import { REVISIONS_SHOWN_MAX, type RevisionRow } from '@/lib/agents/overview'
import { formatDay } from '@/lib/report/dates'

type Place = { readonly workspace: string; readonly slug: string }

/** Everything that was ever published of the agent; a withdrawn revision keeps its number and says nothing else. */
export function Revisions({
  place,
  revisions,
  mayWithdraw,
}: {
  place: Place
  revisions: readonly RevisionRow[]
  mayWithdraw: boolean
}) {
  return (
    <section aria-labelledby="revisions">
      <h3 id="revisions" className="text-lg">
        Revisions
      </h3>
      {revisions.length === 0 ? (
        <p className="mt-2 text-sm text-ink-soft">Nothing is published yet.</p>
      ) : (
        <ol className="mt-2 border-t border-line">
          {revisions.map((revision) => (
            <li key={revision.number} className="border-b border-line py-3 text-sm">
              <Revision place={place} revision={revision} mayWithdraw={mayWithdraw} />
            </li>
          ))}
        </ol>
      )}
      {revisions.length === REVISIONS_SHOWN_MAX && (
        <p className="mt-3 text-sm text-ink-soft">Older ones stand in the history.</p>
      )}
    </section>
  )
}

function Revision({
  place: { workspace, slug },
  revision: { number, publishedAt, score, severity, note, byline, publishedBy, withdrawnAt },
  mayWithdraw,
}: {
  place: Place
  revision: RevisionRow
  mayWithdraw: boolean
}) {
  const published = `${formatDay(publishedAt)}, by ${publishedBy}${byline === '' ? '' : `, signed “${byline}”`}`
  if (withdrawnAt !== null)
    return (
      <>
        <p className="flex flex-wrap items-center justify-between gap-x-3">
          <span>Revision {number}</span>
          <span className="font-medium text-medium-mark">Withdrawn on {formatDay(withdrawnAt)}</span>
        </p>
        <p className="text-xs text-ink-soft">{published}</p>
      </>
    )
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <a href={`/w/${workspace}/agents/${slug}/report/${number}`}>Revision {number}</a>
        <span className="ml-auto flex items-center gap-2">
          <span className="figures font-semibold">{score.toFixed(1)}</span>
          <SeverityChip severity={severity} />
        </span>
      </p>
      {note !== '' && <p className="prose mt-1 whitespace-pre-line break-words">{note}</p>}
      <p className="mt-1 text-xs break-words text-ink-soft">{published}</p>
      {mayWithdraw && (
        <Fold
          className="mt-1"
          summary={
            <>
              Withdraw<span className="sr-only"> revision {number}</span>
            </>
          }
        >
          <div className="prose my-2 space-y-3 border-l-3 border-high-mark pl-3">
            <p id={`withdraw-${number}`}>
              For good, and for members too: its page and its data are gone everywhere from then on, such as
              when it tells a secret. The number {number} is not given again.
            </p>
            <QuietForm
              act={withdraw}
              hidden={{ workspace, slug, number }}
              submit={`Withdraw revision ${number}`}
              describedBy={`withdraw-${number}`}
            />
          </div>
        </Fold>
      )}
    </>
  )
}
