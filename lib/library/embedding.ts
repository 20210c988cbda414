import { database } from '@/lib/db/client'
import { slugSchema } from '@/lib/library/names'
import { findPublishedReport } from '@/lib/library/published-report'
import type { PublishedReport } from '@/lib/report/published-report'

/** The hosts whose pages may show the card of a listed agent; none for a name under which nobody is listed. */
export async function findEmbedHosts(slug: string): Promise<readonly string[]> {
  if (!slugSchema.safeParse(slug).success) return []
  const listing = await database().listing.findUnique({
    where: { slug },
    select: { revision: { select: { agent: { select: { workspace: { select: { embedHosts: true } } } } } } },
  })
  return listing?.revision.agent.workspace.embedHosts ?? []
}

export type Embeddable = { readonly report: PublishedReport; readonly hosts: readonly string[] }

/** A listed agent's report with who may show its card; undefined where nobody may. */
export async function findEmbeddable(slug: string): Promise<Embeddable | undefined> {
  const hosts = await findEmbedHosts(slug)
  const report = hosts.length === 0 ? null : await findPublishedReport(slug)
  return report ? { report, hosts } : undefined
}
