import { remove } from '@/app/w/[workspace]/agents/[slug]/badges/actions'
import { Snippet } from '@/components/ui/snippet'
import { Entries, Entry } from '@/components/workspace/entries'
import { QuietForm } from '@/components/workspace/quiet-form'
import type { BadgeLine } from '@/lib/badges/list'
import { addresses } from '@/lib/report/addresses'
import { formatDay } from '@/lib/report/dates'

/** The addresses that exist, each as whoever looks at it sees it. */
export function BadgeList({
  place,
  badges,
  publicUrl,
  isShown,
  mayShare,
}: {
  place: { readonly workspace: string; readonly slug: string }
  badges: readonly BadgeLine[]
  publicUrl: string
  /** Whether anybody outside the workspace may be shown anything of the agent. */
  isShown: boolean
  mayShare: boolean
}) {
  return (
    <Entries>
      {badges.map(({ id, code, number, isWithdrawn, createdAt, createdBy }) => {
        const what = number === null ? 'the latest revision' : `revision ${number}`
        const path = addresses.badgeAt(code)
        return (
          <Entry
            key={id}
            takeBack={
              mayShare && (
                <QuietForm
                  act={remove}
                  hidden={{ ...place, badge: id }}
                  submit="Remove"
                  describedBy={`badge-${id}`}
                />
              )
            }
            below={
              <div className="mt-3">
                <Snippet
                  text={`![Agentic risk](${publicUrl}${path})`}
                  copy="Copy badge"
                  about={`badge-${id}`}
                />
              </div>
            }
          >
            <p id={`badge-${id}`} className="font-semibold">
              Shows {what}
              {isWithdrawn && ', which is withdrawn: there is nothing at this address'}
            </p>
            <p className="text-xs text-ink-soft">
              Created by {createdBy}, {formatDay(createdAt)}
            </p>
            {isShown && !isWithdrawn && (
              // biome-ignore lint/performance/noImgElement: a small picture of our own that needs no optimising.
              <img src={path} alt={`The badge of ${what}`} height="20" className="mt-2 h-5" />
            )}
          </Entry>
        )
      })}
    </Entries>
  )
}
