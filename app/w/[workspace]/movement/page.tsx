import type { Metadata } from 'next'
import { z } from 'zod'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { Moved } from '@/app/w/[workspace]/_dashboard/moved-rows'
import { Bounded } from '@/app/w/[workspace]/_dashboard/movement-section'
import { LeftOut } from '@/components/site/left-out'
import { Link } from '@/components/ui/link'
import { Pages } from '@/components/ui/pages'
import { ManyBar } from '@/components/workspace/many-bar'
import { WorkspaceHead } from '@/components/workspace/workspace-head'
import { mayDo } from '@/lib/access/roles'
import { linksOf } from '@/lib/dashboard/links'
import { listMoved, MOVED_PAGE_ROWS } from '@/lib/dashboard/movement'
import { CHANGES, STEPS_LOOKED_AT_MAX } from '@/lib/dashboard/net-change'
import { daysBefore, SINCE_DAYS_DEFAULT, sinceSchema } from '@/lib/dashboard/since'
import { CHANGE_NAMES, movedText } from '@/lib/dashboard/words'
import { readKnown } from '@/lib/forms/read-known'
import { flatQuery, type SearchParams } from '@/lib/http/page-query'
import { formatDay } from '@/lib/report/dates'
import { getWorkspace } from '@/lib/workspaces/queries'

export const metadata: Metadata = { title: 'Movement', robots: 'noindex' }

const PAGES_MAX = STEPS_LOOKED_AT_MAX / MOVED_PAGE_ROWS

const shape = (now: Date) =>
  z.strictObject({
    change: z.enum(CHANGES, `Use one of ${CHANGES.join(', ')}.`).default('rose'),
    since: sinceSchema(now),
    page: z.coerce.number(`Use a number from 1 to ${PAGES_MAX}.`).int().min(1).max(PAGES_MAX).default(1),
  })

type Props = { params: Promise<{ workspace: string }>; searchParams: SearchParams }

/** Every agent that changed in one way since a day. */
export default available(async function MovementPage({ params, searchParams }: Props) {
  const { workspace: at } = await params
  const workspace = await getWorkspace(await requireRight('workspace.read', at))
  const right = await requireRight('agent.read', at)
  const now = new Date()
  const asked = readKnown(shape(now), flatQuery(await searchParams), 'This list has no such filter.')
  const { change, page } = asked.value
  const since = asked.value.since ?? daysBefore(now, SINCE_DAYS_DEFAULT)
  const movement = await listMoved(right, since, change, page)
  const moved = movement.changes.find((those) => those.change === change)
  const agents = moved?.agents ?? 0
  const chosen = moved?.shown.flatMap(({ key }) => key ?? []) ?? []
  const links = linksOf(at)
  const here = links.moved(change, since)
  return (
    <>
      <WorkspaceHead workspace={workspace} />
      <h2 className="text-lg">
        {CHANGE_NAMES[change]}: {movedText(agents, movement)} {agents === 1 ? 'agent' : 'agents'} since{' '}
        {formatDay(since)}
      </h2>
      <nav aria-label="Changes" className="mt-2 mb-6 flex flex-wrap gap-x-4 text-sm">
        {CHANGES.map((one) => (
          <Link
            key={one}
            href={links.moved(one, since)}
            aria-current={one === change ? 'page' : undefined}
            className="py-1 aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:no-underline"
          >
            {CHANGE_NAMES[one]}
          </Link>
        ))}
        <Link href={links.overview(since)} className="ml-auto py-1">
          Overview
        </Link>
      </nav>
      <LeftOut refused={asked.refused} />
      <Bounded movement={movement} />
      {moved && moved.shown.length > 0 ? (
        <div className="max-w-3xl">
          <Moved moved={moved} links={links} heading="h3" choosing={at} />
        </div>
      ) : (
        <p className="text-sm text-ink-soft">No agent is here.</p>
      )}
      <div className={chosen.length === 0 ? 'unscripted:hidden' : 'contents'}>
        <ManyBar workspace={at} mayWrite={mayDo(right.role, 'agent.write')} shown={chosen} />
      </div>
      <Pages
        className="max-w-3xl"
        back={page > 1 ? { href: `${here}&page=${page - 1}`, text: 'Page before' } : null}
        next={
          page * MOVED_PAGE_ROWS < agents ? { href: `${here}&page=${page + 1}`, text: 'Next page' } : null
        }
      />
    </>
  )
})
