import { z } from 'zod'
import { database, Prisma } from '@/lib/db/client'

/** The tags that most agents of a workspace, or of the library, carry. */
export async function listCommonTags(
  scope: string,
  limit: number,
): Promise<readonly { readonly tag: string; readonly agents: number }[]> {
  const found = await database().$queryRaw`
    SELECT substr(facet, ${PREFIX.length + 1}::int) AS tag, agents FROM tallies
    WHERE scope = ${scope}::uuid AND ${IS_TAG} AND agents > 0
    ORDER BY agents DESC, facet LIMIT ${limit}`
  return z.array(z.object({ tag: z.string(), agents: z.int() })).parse(found)
}

/** How the facet of a tag begins (lib/search/facets.ts). */
const PREFIX = 'tag:'
/** Up to the first text behind all that begin so; in the very words of the index that holds the most common first. */
const IS_TAG = Prisma.raw(`facet >= '${PREFIX}' AND facet < 'tag;'`)
