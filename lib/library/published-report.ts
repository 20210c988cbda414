import { z } from 'zod'
import { database } from '@/lib/db/client'
import { revisionNumberSchema, slugSchema } from '@/lib/library/names'
import { readReport } from '@/lib/library/read-report'
import type { PublishedReport } from '@/lib/report/published-report'

/**
 * The one way to a listed agent's report: its page, its twins, its badge and the API all ask here. Null for a name
 * that is not listed and for a revision that does not exist or was withdrawn, without telling which.
 */
export async function findPublishedReport(
  slug: string | undefined,
  number?: number,
): Promise<PublishedReport | null> {
  const asked = z
    .object({ slug: slugSchema, number: revisionNumberSchema.optional() })
    .safeParse({ slug, number })
  return asked.success ? getPublishedReport(asked.data.slug, asked.data.number) : null
}

async function getPublishedReport(slug: string, number: number | undefined): Promise<PublishedReport | null> {
  const listing = await database().listing.findUnique({
    where: { slug },
    select: {
      number: true,
      agentId: true,
      revision: { select: { agent: { select: { workspace: { select: { publicName: true } } } } } },
    },
  })
  if (!listing) return null
  return readReport({
    publisher: listing.revision.agent.workspace.publicName,
    agentId: listing.agentId,
    number: number ?? listing.number,
  })
}

/** The name under which an agent is listed that has, or once had, this one; undefined while it is not listed. */
export async function findListedName(slug: string | undefined): Promise<string | undefined> {
  const asked = slugSchema.safeParse(slug)
  if (!asked.success) return undefined
  const claim = await database().publicName.findUnique({
    where: { slug: asked.data },
    select: { agentId: true },
  })
  if (!claim) return undefined
  const listing = await database().listing.findUnique({
    where: { agentId: claim.agentId },
    select: { slug: true },
  })
  return listing?.slug
}
