import { CountLink } from '@/components/marks/count-link'
import type { Dashboard } from '@/lib/dashboard/dashboard'
import type { DashboardLinks } from '@/lib/dashboard/links'
import type { Change } from '@/lib/dashboard/net-change'
import { boundedText, countText } from '@/lib/dashboard/words'

/** What ten seconds are for: what is new, what got worse, what is stale or uncertain, what waits. */
export function Glance({ dashboard, links }: { dashboard: Dashboard; links: DashboardLinks }) {
  const { standing, movement } = dashboard
  const moved = (change: Change) => movement.changes.find((those) => those.change === change)?.agents ?? 0
  const movedFigure = (change: Change, name: string) => ({
    name,
    count: moved(change),
    text: `${countText(moved(change))}${movement.isBounded ? '+' : ''}`,
    href: links.moved(change, movement.since),
  })
  const figure = (name: string, count: number, href: string, text = countText(count)) => ({
    name,
    count,
    href,
    text,
  })
  const figures = [
    movedFigure('rose', 'Got worse'),
    movedFigure('new', 'New'),
    figure('Outdated', standing.outdated, links.outdated, boundedText(standing.outdated)),
    figure('With uncertain layers', standing.uncertain, links.uncertain),
    figure('Unpublished changes', standing.changed, links.changed),
    figure('Never published', standing.draftOnly, links.draftOnly),
  ]
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-md border border-line bg-line sm:grid-cols-3 lg:grid-cols-6">
      {figures.map(({ name, ...counted }) => (
        <div key={name} className="flex flex-col-reverse justify-end bg-paper px-4 py-3">
          <dt className="text-xs text-ink-soft">{name}</dt>
          <dd className="figures text-xl">
            <CountLink {...counted} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
