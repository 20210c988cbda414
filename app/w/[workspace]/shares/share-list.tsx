import { revokeAll } from '@/app/w/[workspace]/shares/actions'
import { ShareRows } from '@/app/w/[workspace]/shares/share-rows'
import { Fold } from '@/components/ui/fold'
import { Link } from '@/components/ui/link'
import { Pages } from '@/components/ui/pages'
import { QuietForm } from '@/components/workspace/quiet-form'
import type { SharePage } from '@/lib/shares/list'

/** An agent by its address, or a comparison by its id. */
type Shareable = { readonly kind: 'agent' | 'comparison'; readonly key: string }

const ADDRESSES: Readonly<Record<Shareable['kind'], (key: string) => string>> = {
  agent: (slug) => `/agents/${slug}/shares`,
  comparison: (id) => `/comparisons/${id}`,
}

/** A page of links with the way to the next, and the way to be rid of them all. */
export function ShareList({
  workspace,
  of,
  page: { shares, nextCursor },
  isFirst,
  mayShare,
}: {
  workspace: string
  /** What is shared; without it these are all links of the workspace. */
  of?: Shareable
  page: SharePage
  isFirst: boolean
  mayShare: boolean
}) {
  const home = `/w/${workspace}${of === undefined ? '/shares' : ADDRESSES[of.kind](of.key)}`
  return (
    <>
      {/* Said again whenever it changes, as when a link is made or revoked. */}
      <p role="status" className="prose mb-3 text-sm text-ink-soft">
        {countOf(shares.length, { isFirst, goesOn: nextCursor !== null })}
        {shares.length === 0 && of === undefined && isFirst && (
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
          namesSubjects={of === undefined}
        />
      )}
      <Pages
        className="max-w-3xl"
        back={isFirst ? null : { href: home, text: 'First page' }}
        next={
          nextCursor === null
            ? null
            : { href: `${home}?cursor=${encodeURIComponent(nextCursor)}`, text: 'Next page' }
        }
      />
      {mayShare && shares.length > 0 && (
        <Fold className="mt-6" summary="Revoke all links">
          <div className="prose mt-3 space-y-3 text-sm">
            <p id="revoke-all">
              {of === undefined
                ? 'Every link of this workspace, to whatever it shares, opens nothing from then on.'
                : `Every link to this ${of.kind} opens nothing from then on.`}{' '}
              They cannot be brought back.
            </p>
            <QuietForm
              act={revokeAll}
              hidden={{
                workspace,
                agent: of?.kind === 'agent' ? of.key : '',
                comparison: of?.kind === 'comparison' ? of.key : '',
              }}
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
