import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { documentSchema } from '@/lib/assessment/document'
import { LIMITS } from '@/lib/assessment/limits'
import { slugSchema } from '@/lib/library/names'
import { rootFolder } from '@/lib/paths'

/** An agent of the demo library: its document as the schema demands it, and what publishing adds. */
const demoFileSchema = z.strictObject({
  slug: slugSchema,
  byline: z.string().max(LIMITS.byline),
  publishedAt: z.iso.datetime().transform((text) => new Date(text)),
  note: z.string().max(LIMITS.publishNote),
  document: documentSchema,
})

export type DemoFile = z.infer<typeof demoFileSchema>

export function readDemoFiles(): readonly DemoFile[] {
  const folder = join(rootFolder(), 'prisma', 'demo')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => demoFileSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
}
