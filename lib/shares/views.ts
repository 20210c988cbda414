import { database } from '@/lib/db/client'
import { registry } from '@/lib/registry'

/** How often a link was read on a day, by link and day: all that is known of its readers. */
type Views = { counts: Map<string, number>; timer: ReturnType<typeof setTimeout> | undefined }

const key = Symbol.for('fullscore.share-views')
const FLUSH_MS = 1_000

/** Collected for a second, so that five hundred readers of one link do not queue for its row. */
export function countView(shareId: string): void {
  const views = collected()
  const what = `${new Date().toISOString().slice(0, 10)} ${shareId}`
  views.counts.set(what, (views.counts.get(what) ?? 0) + 1)
  views.timer ??= setTimeout(() => void flushLater(), FLUSH_MS).unref()
}

/** What could not be written is written a second later: a reader is not told that nobody counts. */
async function flushLater(): Promise<void> {
  const views = collected()
  views.timer = undefined
  try {
    await flushViews()
  } catch {
    views.timer ??= setTimeout(() => void flushLater(), FLUSH_MS).unref()
  }
}

/** Writes down what was counted so far. A link that is gone for good is counted no more. */
export async function flushViews(): Promise<void> {
  const views = collected()
  const counts = [...views.counts]
  if (counts.length === 0) return
  views.counts = new Map()
  const entries = counts.map(([what, count]) => ({ day: what.slice(0, 10), id: what.slice(11), count }))
  try {
    await database().$executeRaw`
      INSERT INTO share_views (share_id, workspace_id, day, count)
      SELECT s.id, s.workspace_id, v.day::date, v.count
      FROM unnest(${entries.map(({ id }) => id)}::uuid[], ${entries.map(({ day }) => day)}::text[],
        ${entries.map(({ count }) => count)}::int[]) AS v (id, day, count)
      JOIN shares s ON s.id = v.id
      ORDER BY s.id, v.day
      ON CONFLICT (share_id, day) DO UPDATE SET count = share_views.count + excluded.count`
  } catch (error) {
    for (const [what, count] of counts) views.counts.set(what, (views.counts.get(what) ?? 0) + count)
    throw error
  }
}

/** One for the process, although two bundles hold this module; written down before the database closes. */
function collected(): Views {
  const found: Views | undefined = Reflect.get(globalThis, key)
  if (found) return found
  const views: Views = { counts: new Map(), timer: undefined }
  Reflect.set(globalThis, key, views)
  // What closes last was there first: the database has to be.
  database()
  registry().closers.add(async () => {
    clearTimeout(views.timer)
    await flushViews()
    Reflect.deleteProperty(globalThis, key)
  })
  return views
}
