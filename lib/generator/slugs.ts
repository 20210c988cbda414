import { z } from 'zod'
import { numbered } from '@/lib/agents/slugs'
import type { Bulk } from '@/lib/db/bulk'
import { slugOf } from '@/lib/workspaces/slug'

/** Gives each agent an address that nobody has, from its name. */
export type Slugs = {
  readonly inWorkspace: (name: string) => string
  readonly inLibrary: (name: string) => string
}

const slugRows = z.array(z.object({ slug: z.string() }))

export async function createSlugs(bulk: Bulk, workspaceId: string): Promise<Slugs> {
  const read = async (sql: string, values: readonly string[]) =>
    slugRows.parse(await bulk.rows(sql, values)).map(({ slug }) => slug)
  const [own, former, names] = [
    await read('SELECT slug FROM agents WHERE workspace_id = $1', [workspaceId]),
    await read('SELECT slug FROM former_slugs WHERE workspace_id = $1', [workspaceId]),
    await read('SELECT slug FROM public_names', []),
  ]
  return { inWorkspace: giver([...own, ...former]), inLibrary: giver(names) }
}

export function giver(given: readonly string[]): (name: string) => string {
  const taken = new Set(given)
  const counts = new Map<string, number>()
  return (name) => {
    const base = slugOf(name, 'agent')
    for (let count = (counts.get(base) ?? 0) + 1; ; count += 1) {
      const slug = count === 1 ? base : numbered(base, count)
      counts.set(base, count)
      if (taken.has(slug)) continue
      taken.add(slug)
      return slug
    }
  }
}
