import { RUN_DAYS } from '@/lib/bulk/deeds'
import { database } from '@/lib/db/client'

/** Runs that nobody asks about any more, one after the other: each takes up to ten thousand rows along. */
export async function sweepRuns(): Promise<void> {
  const end = new Date(Date.now() - RUN_DAYS * 86_400_000)
  const old = await database().bulkRun.findMany({ where: { createdAt: { lt: end } }, select: { id: true } })
  for (const { id } of old) await database().bulkRun.deleteMany({ where: { id } })
}
