import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { ShareForm } from '@/app/w/[workspace]/comparisons/[id]/share-form'
import { remove } from '@/app/w/[workspace]/comparisons/actions'
import { ShareList } from '@/app/w/[workspace]/shares/share-list'
import { LeftOut } from '@/components/site/left-out'
import { Fold } from '@/components/ui/fold'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { QuietForm } from '@/components/workspace/quiet-form'
import { WorkspaceHead } from '@/components/workspace/workspace-head'
import { mayDo } from '@/lib/access/roles'
import { comparisonAddress, draftKeyOf, keptComparison } from '@/lib/compare/address'
import { AGENTS_MIN } from '@/lib/compare/compared-agent'
import { getComparison, type SavedAgent, type SavedComparison } from '@/lib/comparisons/list'
import { readKnown } from '@/lib/forms/read-known'
import { flatQuery, type SearchParams } from '@/lib/http/page-query'
import { timeCursorSchema } from '@/lib/search/time-cursor'
import { listShares } from '@/lib/shares/list'
import { getWorkspace } from '@/lib/workspaces/queries'

export const metadata: Metadata = { title: 'Comparison', robots: 'noindex' }

const asked = z.strictObject({ cursor: timeCursorSchema.optional() })

type Props = { params: Promise<{ workspace: string; id: string }>; searchParams: SearchParams }

export default available(async function ComparisonPage({ params, searchParams }: Props) {
  const { workspace: at, id } = await params
  const right = await requireRight('agent.read', at)
  const comparison = await getComparison(right, id)
  if (!comparison) notFound()
  const workspace = await getWorkspace(await requireRight('workspace.read', at))
  const { value, refused } = readKnown(asked, flatQuery(await searchParams), 'The list has no such filter.')
  const page = await listShares(right, { comparisonId: id }, value.cursor)
  const isFirst = value.cursor === undefined
  const mayShare = mayDo(right.role, 'agent.share')
  return (
    <>
      <WorkspaceHead workspace={workspace} current="compare" />
      <h2 className="text-xl break-words">{comparison.name}</h2>
      <Agents comparison={comparison} workspace={at} />
      <LeftOut refused={refused} />
      <section aria-labelledby="share" className="mt-10">
        <h3 id="share" className="text-lg">
          Share
        </h3>
        <p className="prose mt-1 mb-6 text-sm text-ink-soft">
          A link opens this comparison and nothing else, with what is published of its agents at the time of
          reading, for whoever has it, until you revoke it.
        </p>
        {mayShare && isFirst && (
          <ShareForm
            workspace={at}
            comparison={id}
            privateAgents={comparison.agents
              .filter(({ reading }) => reading === 'private')
              .map(({ name }) => name)}
          />
        )}
        <h4 className="mt-10 mb-3 font-semibold">Links</h4>
        <ShareList
          workspace={at}
          of={{ kind: 'comparison', key: id }}
          page={page}
          isFirst={isFirst}
          mayShare={mayShare}
        />
      </section>
      {mayDo(right.role, 'comparison.write') && (
        <Fold className="mt-10" summary="Delete this comparison">
          <div className="prose mt-3 space-y-3 text-sm">
            <p id="delete">Its links open nothing from then on. The agents stay as they are.</p>
            <QuietForm
              act={remove}
              hidden={{ workspace: at, comparison: id }}
              submit="Delete comparison"
              describedBy="delete"
            />
          </div>
        </Fold>
      )}
    </>
  )
})

/** What a reader of a link is shown of an agent. */
const READING: Readonly<Record<SavedAgent['reading'], string | null>> = {
  open: null,
  private: 'private, not in links',
  unpublished: 'not published, not in links',
}

function Agents({ comparison, workspace }: { comparison: SavedComparison; workspace: string }) {
  const { agents, query } = comparison
  const kept = keptComparison(
    Object.fromEntries(new URLSearchParams(query)),
    new Map(agents.map(({ position, slug, asDraft }) => [position, asDraft ? draftKeyOf(slug) : slug])),
  )
  return (
    <>
      <ol className="mt-3 mb-5 list-decimal pl-5 text-sm">
        {agents.map(({ position, slug, name, asDraft, reading }) => (
          <li key={position}>
            <Link href={`/w/${workspace}/agents/${slug}`} className="inline-block py-0.5">
              {name}
            </Link>
            {[asDraft ? 'its draft, which links do not show' : null, READING[reading]]
              .filter((word) => word !== null)
              .map((word) => (
                <span key={word} className="text-ink-soft">
                  {' '}
                  · {word}
                </span>
              ))}
          </li>
        ))}
      </ol>
      {agents.length < AGENTS_MIN ? (
        <p className="prose text-sm">
          Fewer than two of its agents are left, so there is nothing to compare.
        </p>
      ) : (
        <LinkButton look="main" href={comparisonAddress(`/w/${workspace}/compare`, kept)}>
          Open comparison
        </LinkButton>
      )}
    </>
  )
}
