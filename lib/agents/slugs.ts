import type { Queryable } from '@/lib/db/client'
import { slugOf } from '@/lib/workspaces/slug'

const SLUG_CHARACTERS_MAX = 80

/** Where pages about all agents stand. */
const RESERVED: ReadonlySet<string> = new Set(['new'])

export const isReserved = (slug: string): boolean => RESERVED.has(slug)

/** The first address that is free for a name, now: a name, then the name with 2, 3 and so on behind it. */
export async function freeSlug(db: Queryable, workspaceId: string, name: string): Promise<string> {
  const base = slugOf(name, 'agent')
  // Cut like the numbered ones, so that whatever one of them may run into is found.
  const beginning = {
    workspaceId,
    slug: { startsWith: base.slice(0, SLUG_CHARACTERS_MAX - SUFFIX_CHARACTERS_MAX) },
  }
  const [agents, former] = await Promise.all([
    db.agent.findMany({ where: beginning, select: { slug: true } }),
    db.formerSlug.findMany({ where: beginning, select: { slug: true } }),
  ])
  const taken = new Set([...RESERVED, ...agents.map(({ slug }) => slug), ...former.map(({ slug }) => slug)])
  for (let count = 1; ; count += 1) {
    const slug = count === 1 ? base : numbered(base, count)
    if (!taken.has(slug)) return slug
  }
}

const SUFFIX_CHARACTERS_MAX = 12

export function numbered(base: string, count: number): string {
  const suffix = `-${count}`
  return `${base.slice(0, SLUG_CHARACTERS_MAX - suffix.length).replace(/-$/, '')}${suffix}`
}
