import { revokeAll } from '@/app/w/[workspace]/shares/actions'
import { ShareRows } from '@/app/w/[workspace]/shares/share-rows'
import { Link } from '@/components/ui/link'
import { QuietForm } from '@/components/workspace/quiet-form'
import type { SharePage } from '@/lib/shares/list'

/** A page of links with the way to the next, and the way to be rid of them all. */
export function ShareList({
  workspace,
  slug,
  page: { shares, nextCursor },
  isFirst,
  mayShare,
}: {
  workspace: string
  /** The agent whose links these are; without one they are those of the workspace. */
  slug?: string
  page: SharePage
  isFirst: boolean
  mayShare: boolean
}) {
  const home = slug === undefined ? `/w/${workspace}/shares` : `/w/${workspace}/agents/${slug}/shares`
  return (
    <>
      {shares.length === 0 ? (
        <p className="prose py-2 text-sm text-ink-soft">
          {isFirst ? 'There are no links yet.' : 'There are no more links.'}
        </p>
      ) : (
        <ShareRows
          workspace={workspace}
          shares={shares}
          mayShare={mayShare}
          namesAgents={slug === undefined}
        />
      )}
      <nav aria-label="Pages" className="mt-6 flex max-w-3xl justify-between text-sm empty:hidden">
        {!isFirst && <Link href={home}>First page</Link>}
        {nextCursor !== null && (
          <Link rel="next" className="ml-auto" href={`${home}?cursor=${encodeURIComponent(nextCursor)}`}>
            Next page
          </Link>
        )}
      </nav>
      {mayShare && shares.length > 0 && (
        <details className="mt-6">
          <summary className="w-fit cursor-pointer text-sm text-accent">Revoke all links</summary>
          <div className="prose mt-3 space-y-3 text-sm">
            <p id="revoke-all">
              {slug === undefined
                ? 'Every link of this workspace, to whatever agent, opens nothing from then on.'
                : 'Every link to this agent opens nothing from then on.'}{' '}
              They cannot be brought back.
            </p>
            <QuietForm
              act={revokeAll}
              hidden={{ workspace, slug: slug ?? '' }}
              submit="Revoke all"
              describedBy="revoke-all"
            />
          </div>
        </details>
      )}
    </>
  )
}
