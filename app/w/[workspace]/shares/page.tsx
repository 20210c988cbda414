import type { Metadata } from 'next'
import { z } from 'zod'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { ShareList } from '@/app/w/[workspace]/shares/share-list'
import { LeftOut } from '@/components/site/left-out'
import { WorkspaceHead } from '@/components/workspace/workspace-head'
import { mayDo } from '@/lib/access/roles'
import { readKnown } from '@/lib/forms/read-known'
import { flatQuery, type SearchParams } from '@/lib/http/page-query'
import { timeCursorSchema } from '@/lib/search/time-cursor'
import { listShares } from '@/lib/shares/list'
import { getWorkspace } from '@/lib/workspaces/queries'

export const metadata: Metadata = { title: 'Shares', robots: 'noindex' }

const asked = z.strictObject({ cursor: timeCursorSchema.optional() })

type Props = { params: Promise<{ workspace: string }>; searchParams: SearchParams }

export default available(async function SharesPage({ params, searchParams }: Props) {
  const { workspace: at } = await params
  const workspace = await getWorkspace(await requireRight('workspace.read', at))
  const right = await requireRight('agent.read', at)
  const { value, refused } = readKnown(asked, flatQuery(await searchParams), 'The list has no such filter.')
  return (
    <>
      <WorkspaceHead workspace={workspace} current="shares" />
      <h2 className="text-lg">Shares</h2>
      <p className="prose mt-1 mb-4 text-sm text-ink-soft">
        Every link to a report or a comparison of this workspace that is not revoked. New ones are created on
        the page of an agent or a saved comparison, where the link itself is shown once; nobody sees it again.
      </p>
      <LeftOut refused={refused} />
      <ShareList
        workspace={at}
        page={await listShares(right, {}, value.cursor)}
        isFirst={value.cursor === undefined}
        mayShare={mayDo(right.role, 'agent.share')}
      />
    </>
  )
})
