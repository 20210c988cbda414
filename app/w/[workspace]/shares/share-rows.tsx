import { revoke } from '@/app/w/[workspace]/shares/actions'
import { ChangeForm } from '@/app/w/[workspace]/shares/change-form'
import { Link } from '@/components/ui/link'
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
}

/** Links as members see them, each with what may be done about it. */
export function ShareRows({
  workspace,
  shares,
  mayShare,
  namesAgents,
}: {
  workspace: string
  shares: readonly ShareLine[]
  mayShare: boolean
  /** Where they are of more than one agent. */
  namesAgents: boolean
}) {
  return (
    <ul className="max-w-3xl border-t border-line">
      {shares.map((share) => (
        <li key={share.id} className="border-b border-line py-4">
          <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
            <div className="min-w-0 space-y-0.5">
              <p id={`share-${share.id}`} className="font-semibold break-words">
                {share.label === '' ? 'Link without a label' : share.label}
              </p>
              {namesAgents && (
                <p className="text-sm break-words">
                  {share.state === 'trash' ? (
                    share.agent.name
                  ) : (
                    <Link href={`/w/${workspace}/agents/${share.agent.slug}/shares`}>{share.agent.name}</Link>
                  )}
                </p>
              )}
              <Facts share={share} />
            </div>
            {mayShare && (
              <QuietForm
                act={revoke}
                hidden={{ workspace, share: share.id }}
                submit="Revoke"
                describedBy={`share-${share.id}`}
              />
            )}
          </div>
          <ReadOn views={share.views} />
          {mayShare && (
            <details className="mt-1">
              <summary
                className="w-fit cursor-pointer text-sm text-accent"
                aria-describedby={`share-${share.id}`}
              >
                Change
              </summary>
              <div className="mt-3 mb-2">
                <ChangeForm
                  workspace={workspace}
                  share={share.id}
                  label={share.label}
                  ends={endsOf(share)}
                  hasPassword={share.hasPassword}
                />
              </div>
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}

function Facts({ share }: { share: ShareLine }) {
  const { number, sections, hasPassword, state, createdBy, createdAt } = share
  return (
    <>
      <p className="text-xs text-ink-soft">
        {[
          number === null ? 'Always the latest' : `Revision ${number}`,
          SECTIONS_TEXTS[sections],
          ...(hasPassword ? ['Password'] : []),
          endsOf(share),
        ].join(' · ')}
      </p>
      <p className="text-xs text-ink-soft">
        Created by {createdBy}, <time dateTime={createdAt.toISOString()}>{formatDay(createdAt)}</time>
      </p>
      {state !== 'open' && <p className="text-xs font-medium text-medium-mark">{STATE_TEXTS[state]}</p>}
    </>
  )
}

const endsOf = ({ expiresAt, state }: ShareLine): string => {
  if (expiresAt === null) return 'Never expires'
  return `${state === 'expired' ? 'Expired' : 'Expires'} ${formatMinute(expiresAt)}`
}

function ReadOn({ views: { total, days } }: { views: Views }) {
  const times = (count: number) => (count === 1 ? 'once' : `${count.toLocaleString('en')} times`)
  if (total === 0) return <p className="mt-2 text-sm text-ink-soft">Not read yet</p>
  if (days.length === 0)
    return <p className="mt-2 text-sm text-ink-soft">Read {times(total)}, not in the last 30 days</p>
  return (
    <details className="mt-2">
      <summary className="w-fit cursor-pointer text-sm text-ink-soft">{`Read ${times(total)}`}</summary>
      <ul className="figures mt-1 mb-2 text-xs text-ink-soft">
        {days.map(({ day, count }) => (
          <li key={day}>
            <time dateTime={day}>{formatDay(new Date(day))}</time>: {times(count)}
          </li>
        ))}
      </ul>
    </details>
  )
}
