import { revokeAll } from '@/app/w/[workspace]/shares/actions'
import { ShareRows } from '@/app/w/[workspace]/shares/share-rows'
import { Fold } from '@/components/ui/fold'
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
      {/* Said again whenever it changes, as when a link is made or revoked. */}
      <p role="status" className="prose mb-3 text-sm text-ink-soft">
        {countOf(shares.length, { isFirst, goesOn: nextCursor !== null })}
        {shares.length === 0 && slug === undefined && isFirst && (
          <>
            {' '}
            Choose one of the <Link href={`/w/${workspace}/agents`}>agents</Link>, publish it, and share it
            from its page.
          </>
        )}
      </p>
      {shares.length > 0 && (
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
        <Fold className="mt-6" summary="Revoke all links">
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
        </Fold>
      )}
    </>
  )
}

function countOf(count: number, { isFirst, goesOn }: { isFirst: boolean; goesOn: boolean }): string {
  if (count === 0) return isFirst ? 'There are no links yet.' : 'There are no more links.'
  const links = count === 1 ? '1 link' : `${count} links`
  return isFirst && !goesOn ? links : `${links} on this page`
}
