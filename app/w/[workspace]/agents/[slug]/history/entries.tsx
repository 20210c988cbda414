import type { ReactNode } from 'react'
import { restore } from '@/app/w/[workspace]/agents/[slug]/history/actions'
import { ScoreFigure } from '@/components/marks/severity'
import { QuietForm } from '@/components/workspace/quiet-form'
import type { CopyEntry, History, RevisionEntry } from '@/lib/agents/drafts/history'
import { formatRef, type TextRef } from '@/lib/agents/drafts/stored-text'
import { formatMinute } from '@/lib/report/dates'

type Place = {
  readonly workspace: string
  readonly slug: string
  /** Of the draft that a restored text replaces; absent for whoever may not write. */
  readonly version: number | null
}

export function Revisions({ history, place }: { history: History; place: Place }) {
  if (history.revisions.length === 0)
    return <p className="text-sm text-ink-soft">Nothing was published yet.</p>
  return (
    <ul>
      {history.revisions.map((revision) => (
        <RevisionRow key={revision.ref.number} revision={revision} place={place} />
      ))}
    </ul>
  )
}

function RevisionRow({ revision, place }: { revision: RevisionEntry; place: Place }) {
  const { ref, at, by, note, byline, score, severity, withdrawnAt } = revision
  return (
    <Row
      title={`Revision ${ref.number}`}
      text={ref}
      place={{ ...place, version: withdrawnAt === null ? place.version : null }}
    >
      {withdrawnAt === null ? (
        <ScoreFigure score={score} severity={severity} />
      ) : (
        <p className="font-semibold">Withdrawn {formatMinute(withdrawnAt)}; its text stays closed.</p>
      )}
      <p className="text-ink-soft">
        Published by {by}, {formatMinute(at)}
        {byline !== '' && `; signed ${byline}`}
      </p>
      {note !== '' && <p className="prose mt-1 whitespace-pre-wrap">{note}</p>}
    </Row>
  )
}

export function Copies({ copies, place }: { copies: readonly CopyEntry[]; place: Place }) {
  return (
    <ul>
      {copies.map(({ ref, at, by, replacedAt }) => (
        <Row key={ref.version} title={`Draft at save ${ref.version}`} text={ref} place={place}>
          <p className="text-ink-soft">
            Written by {by}, {formatMinute(at)}; replaced {formatMinute(replacedAt)}
          </p>
        </Row>
      ))}
    </ul>
  )
}

function Row({
  title,
  text,
  place: { workspace, slug, version },
  children,
}: {
  title: string
  text: TextRef
  place: Place
  children: ReactNode
}) {
  const id = `text-${formatRef(text)}`
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-t border-line py-3 text-sm sm:flex-nowrap">
      <div className="min-w-0 break-words">
        <h3 id={id} className="text-base">
          {title}
        </h3>
        {children}
      </div>
      {version !== null && (
        <QuietForm
          act={restore}
          hidden={{ workspace, slug, version, text: formatRef(text) }}
          submit="Restore"
          describedBy={id}
        />
      )}
    </li>
  )
}
