import { revoke } from '@/app/w/[workspace]/shares/actions'
import { ChangeForm } from '@/app/w/[workspace]/shares/change-form'
import { Fold } from '@/components/ui/fold'
import { Link } from '@/components/ui/link'
import { Entries, Entry } from '@/components/workspace/entries'
import { QuietForm } from '@/components/workspace/quiet-form'
import { formatDay, formatMinute } from '@/lib/report/dates'
import { SECTIONS_TEXTS } from '@/lib/report/sections'
import type { ShareLine, ShareState, Views } from '@/lib/shares/list'

/** Why a link opens nothing. */
const STATE_TEXTS: Readonly<Record<Exclude<ShareState, 'open'>, string>> = {
  expired: 'Expired: it opens nothing until it is given another day.',
  trash: 'Its agent is in the trash, so it opens nothing.',
  private: 'Its agent is private, so it opens nothing.',
  withdrawn: 'Its revision is withdrawn, so it opens nothing.',
  'too-few': 'Fewer than two of its agents can be read by link, so it opens nothing.',
}

const ALL_WITHDRAWN = 'Every revision is withdrawn, so it opens nothing until the next is published.'

/** Links as members see them, each with what may be done about it. */
export function ShareRows({
  workspace,
  shares,
  mayShare,
  namesSubjects,
}: {
  workspace: string
  shares: readonly ShareLine[]
  mayShare: boolean
  /** Where they are of more than one thing. */
  namesSubjects: boolean
}) {
  return (
    <Entries>
      {shares.map((share) => (
        <Entry
          key={share.id}
          takeBack={
            mayShare && (
              <QuietForm
                act={revoke}
                hidden={{ workspace, share: share.id }}
                submit="Revoke"
                describedBy={`share-${share.id}`}
              />
            )
          }
          below={
            mayShare && (
              <ChangeForm
                workspace={workspace}
                share={share.id}
                label={share.label}
                ends={share.expiresAt === null ? 'never' : formatMinute(share.expiresAt)}
                hasPassword={share.hasPassword}
              />
            )
          }
        >
          <p id={`share-${share.id}`} className="font-semibold">
            {share.label === '' ? 'Link without a label' : share.label}
          </p>
          {namesSubjects && <SubjectOf workspace={workspace} share={share} />}
          <Facts share={share} />
          <ReadOn views={share.views} />
        </Entry>
      ))}
    </Entries>
  )
}

function SubjectOf({ workspace, share: { state, subject } }: { workspace: string; share: ShareLine }) {
  if (state === 'trash') return <p>{subject.name}</p>
  const home = `/w/${workspace}`
  return (
    <p>
      {subject.kind === 'report' ? (
        <Link href={`${home}/agents/${subject.slug}/shares`}>{subject.name}</Link>
      ) : (
        <>
          Comparison <Link href={`${home}/comparisons/${subject.id}`}>{subject.name}</Link>
        </>
      )}
    </p>
  )
}

function Facts({ share }: { share: ShareLine }) {
  const { subject, number, sections, hasPassword, state, createdBy, createdAt } = share
  return (
    <>
      <p className="text-xs text-ink-soft">
        {[
          number === null ? 'Always the latest' : `Revision ${number}`,
          ...(subject.kind === 'report' ? [SECTIONS_TEXTS[sections]] : []),
          ...(hasPassword ? ['Password'] : []),
          endsOf(share),
        ].join(' · ')}
      </p>
      <p className="text-xs text-ink-soft">
        Created by {createdBy}, <time dateTime={createdAt.toISOString()}>{formatDay(createdAt)}</time>
      </p>
      {state !== 'open' && (
        <p className="text-xs font-medium text-medium-mark">
          {state === 'withdrawn' && number === null ? ALL_WITHDRAWN : STATE_TEXTS[state]}
        </p>
      )}
    </>
  )
}

const endsOf = ({ expiresAt, state }: ShareLine): string => {
  if (expiresAt === null) return 'Never expires'
  return `${state === 'expired' ? 'Expired' : 'Expires'} ${formatMinute(expiresAt)}`
}

function ReadOn({ views: { total, days } }: { views: Views }) {
  const times = (count: number) => (count === 1 ? 'once' : `${count.toLocaleString('en')} times`)
  if (total === 0) return <p className="text-xs text-ink-soft">Not read yet</p>
  if (days.length === 0)
    return <p className="text-xs text-ink-soft">Read {times(total)}, not in the last 30 days</p>
  return (
    <Fold isQuiet summary={`Read ${times(total)}`}>
      <ul className="figures mt-1 mb-2 text-xs text-ink-soft">
        {days.map(({ day, count }) => (
          <li key={day}>
            <time dateTime={day}>{formatDay(new Date(day))}</time>: {times(count)}
          </li>
        ))}
      </ul>
    </Fold>
  )
}
