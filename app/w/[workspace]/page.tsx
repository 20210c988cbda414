import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { FactorMap } from '@/app/w/[workspace]/_dashboard/factor-map'
import { Glance } from '@/app/w/[workspace]/_dashboard/glance'
import { LayerMap } from '@/app/w/[workspace]/_dashboard/layer-map'
import { MovementSection } from '@/app/w/[workspace]/_dashboard/movement-section'
import { Severities } from '@/app/w/[workspace]/_dashboard/severities'
import { ShortLists } from '@/app/w/[workspace]/_dashboard/short-lists'
import { SinceForm } from '@/app/w/[workspace]/_dashboard/since-form'
import { LeftOut } from '@/components/site/left-out'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { NoAgents } from '@/components/workspace/no-agents'
import { WorkspaceHead } from '@/components/workspace/workspace-head'
import { mayDo } from '@/lib/access/roles'
import { type Dashboard, getDashboard } from '@/lib/dashboard/dashboard'
import { type DashboardLinks, linksOf } from '@/lib/dashboard/links'
import { daysBefore, SINCE_DAYS_DEFAULT, sinceSchema } from '@/lib/dashboard/since'
import { countText } from '@/lib/dashboard/words'
import { readKnown } from '@/lib/forms/read-known'
import { flatQuery, type SearchParams } from '@/lib/http/page-query'
import { formatDay } from '@/lib/report/dates'
import { getWorkspace } from '@/lib/workspaces/queries'

export const metadata: Metadata = { title: 'Workspace', robots: 'noindex' }

type Props = { params: Promise<{ workspace: string }>; searchParams: SearchParams }

export default available(async function WorkspacePage({ params, searchParams }: Props) {
  const { workspace: at } = await params
  const right = await requireRight('agent.read', at)
  const audit = mayDo(right.role, 'audit.read') ? await requireRight('audit.read', at) : null
  const now = new Date()
  const shape = z.strictObject({ since: sinceSchema(now) })
  const { value, refused } = readKnown(
    shape,
    flatQuery(await searchParams),
    'The dashboard has no such setting.',
  )
  const since = value.since ?? daysBefore(now, SINCE_DAYS_DEFAULT)
  const [workspace, dashboard] = await Promise.all([
    requireRight('workspace.read', at).then(getWorkspace),
    getDashboard(right, since, audit),
  ])
  const { agents, published } = dashboard.standing
  const links = linksOf(at)
  const mayWrite = mayDo(right.role, 'agent.write')
  return (
    <>
      <WorkspaceHead workspace={workspace} current="overview" />
      <div className="mb-6 flex flex-wrap items-center justify-between gap-4">
        <p className="text-sm text-ink-soft">
          {agents > 0 && (
            <>
              <Link href={links.all}>All {countText(agents)}</Link>,{' '}
              <Link href={links.published}>{countText(published)} published</Link>
            </>
          )}
        </p>
        {mayWrite && (
          <div className="print:hidden">
            <LinkButton look="main" href={`/w/${at}/agents/new`}>
              New agent
            </LinkButton>
          </div>
        )}
      </div>
      <LeftOut refused={refused} />
      {agents === 0 ? (
        <NoAgents mayWrite={mayWrite} />
      ) : (
        <Sections
          dashboard={dashboard}
          links={links}
          sinceForm={<SinceForm home={`/w/${at}`} since={since} now={now} />}
          auditLog={audit && `/w/${at}/audit`}
        />
      )}
      <p className="mt-10 text-sm text-ink-soft">
        Your role here: <span className="font-semibold text-ink">{right.role}</span>
      </p>
    </>
  )
})

function Sections({
  dashboard,
  links,
  sinceForm,
  auditLog,
}: {
  dashboard: Dashboard
  links: DashboardLinks
  sinceForm: ReactNode
  auditLog: string | null
}) {
  const { standing, movement, riskiest, mostUncertain } = dashboard
  return (
    <div className="space-y-11">
      <Glance dashboard={dashboard} links={links} />
      {standing.bands.length > 0 && (
        <Section id="severity" title="Severity" beside={<WeeksLink href={links.weeks} />}>
          <Severities bands={standing.bands} links={links} />
        </Section>
      )}
      <Section id="movement" title={`Since ${formatDay(movement.since)}`} beside={sinceForm}>
        <MovementSection movement={movement} links={links} />
      </Section>
      {riskiest.length > 0 && (
        <Section id="riskiest" title="Riskiest">
          <FactorMap riskiest={riskiest} highFactors={standing.highFactors} links={links} />
        </Section>
      )}
      {mostUncertain.length > 0 && (
        <Section id="uncertain" title="Most uncertain">
          <LayerMap agents={mostUncertain} openLayers={standing.openLayers} links={links} />
        </Section>
      )}
      <ShortLists dashboard={dashboard} links={links} auditLog={auditLog} />
    </div>
  )
}

const WeeksLink = ({ href }: { href: string }) => (
  <Link href={href} className="py-0.5 text-sm">
    By week
  </Link>
)

const Section = ({
  id,
  title,
  beside,
  children,
}: {
  id: string
  title: string
  beside?: ReactNode
  children: ReactNode
}) => (
  <section aria-labelledby={id}>
    <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 break-after-avoid">
      <h2 id={id} className="text-lg">
        {title}
      </h2>
      {beside}
    </div>
    {children}
  </section>
)
