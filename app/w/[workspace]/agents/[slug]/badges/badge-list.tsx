import { remove } from '@/app/w/[workspace]/agents/[slug]/badges/actions'
import { Snippet } from '@/components/ui/snippet'
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
    <ol className="border-t border-line">
      {badges.map(({ id, code, number, isWithdrawn, createdAt, createdBy }, index) => {
        const what = number === null ? 'the latest revision' : `revision ${number}`
        const path = addresses.badgeAt(code)
        return (
          <li key={id} className="space-y-2 border-b border-line py-4 text-sm">
            <p id={`badge-${id}`}>
              Shows {what}
              {isWithdrawn && ', which is withdrawn: there is nothing at this address'}
            </p>
            {isShown && !isWithdrawn && (
              // biome-ignore lint/performance/noImgElement: a small picture of our own that needs no optimising.
              <img src={path} alt={`The badge of ${what}`} height="20" />
            )}
            <Snippet
              text={`![Agentic risk](${publicUrl}${path})`}
              copy={`Copy badge ${badges.length - index}`}
            />
            <p className="text-xs text-ink-soft">
              Made on {formatDay(createdAt)} by {createdBy}
            </p>
            {mayShare && (
              <QuietForm
                act={remove}
                hidden={{ ...place, badge: id }}
                submit="Remove"
                describedBy={`badge-${id}`}
              />
            )}
          </li>
        )
      })}
    </ol>
  )
}
