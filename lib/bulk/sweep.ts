import { RUN_DAYS } from '@/lib/bulk/deeds'
import { database } from '@/lib/db/client'

/** Runs that nobody asks about any more. */
export async function sweepRuns(): Promise<void> {
  const end = new Date(Date.now() - RUN_DAYS * 86_400_000)
  await database().bulkRun.deleteMany({ where: { createdAt: { lt: end } } })
}
