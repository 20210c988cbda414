import { SeverityChip } from '@/components/marks/severity'
import { NameLink } from '@/components/ui/name-link'
import type { RiskyAgent } from '@/lib/dashboard/attention'
import type { DashboardLinks } from '@/lib/dashboard/links'

/** Whose row of a map it is, with the score. */
export const MapAgent = ({
  agent: { slug, name, score, severity },
  links,
}: {
  agent: Pick<RiskyAgent, 'slug' | 'name' | 'score' | 'severity'>
  links: DashboardLinks
}) => (
  <span className="flex items-center justify-between gap-x-3 gap-y-0.5 max-sm:flex-wrap">
    <NameLink href={links.agent(slug)} className="min-w-0 font-semibold break-words max-sm:w-full">
      {name}
    </NameLink>
    <span className="grid shrink-0 grid-cols-[auto_5rem] items-center gap-x-1.5">
      <span className="figures">{score.toFixed(1)}</span>
      <span>
        <SeverityChip severity={severity} />
      </span>
    </span>
  </span>
)
