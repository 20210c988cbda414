import { z } from 'zod'
import type { FoundAgent } from '@/lib/compare/compared-agent'
import { database } from '@/lib/db/client'
import { slugSchema } from '@/lib/library/names'
import { reportOf } from '@/lib/library/read-report'
import { addresses } from '@/lib/report/addresses'
import type { PublishedReport } from '@/lib/report/published-report'

/** A listed agent's latest report, with the name that it has today. */
export type ListedReport = PublishedReport & { readonly agentId: string; readonly slug: string }

const rows = z.array(
  z.object({
    asked: z.string(),
    agent_id: z.string(),
    slug: z.string(),
    public_name: z.string(),
    document: z.unknown(),
    number: z.int(),
    note: z.string(),
    byline: z.string(),
    published_at: z.date(),
    score_tenths: z.int(),
    severity: z.string(),
  }),
)

/** The reports of several listed agents in one query, by the names they were asked for; who is not listed is missing. */
export async function findPublishedReports(
  names: readonly string[],
): Promise<ReadonlyMap<string, ListedReport>> {
  const asked = names.filter((name) => slugSchema.safeParse(name).success)
  if (asked.length === 0) return new Map()
  const found = await database().$queryRaw`
    SELECT n.slug AS asked, l.agent_id, l.slug, w.public_name, r.document, r.number, r.note, r.byline, r.published_at,
      r.score_tenths, r.severity
    FROM public_names n
    JOIN listings l ON l.agent_id = n.agent_id
    JOIN revisions r ON r.agent_id = l.agent_id AND r.number = l.number AND r.withdrawn_at IS NULL
    JOIN workspaces w ON w.id = l.workspace_id
    WHERE n.slug = ANY(${asked})`
  return new Map(
    rows
      .parse(found)
      .map(({ asked, agent_id, slug, public_name, published_at, score_tenths, ...revision }) => [
        asked,
        {
          agentId: agent_id,
          slug,
          ...reportOf(public_name, { ...revision, publishedAt: published_at, scoreTenths: score_tenths }),
        },
      ]),
  )
}

/** A listed report as it enters a comparison. */
export const comparedReport = ({
  agentId,
  slug,
  document,
  number,
  publishedAt,
}: ListedReport): FoundAgent => ({
  agentId,
  key: slug,
  name: document.name,
  href: addresses.listing(slug),
  document,
  source: { kind: 'published', number, publishedAt },
})
