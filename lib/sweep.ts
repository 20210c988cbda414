import { sweepAttempts } from '@/lib/access/rate-limit'
import { sweepAccounts } from '@/lib/accounts/sweep'
import { purgeTrash } from '@/lib/agents/trash'
import { sweepRuns } from '@/lib/bulk/sweep'
import { logger } from '@/lib/logger'
import { sweepWords } from '@/lib/search/learn'
import { sweepTallies } from '@/lib/search/sweep-tallies'
import { sweepTokens } from '@/lib/tokens/sweep'
import { sweepWorkspaces } from '@/lib/workspaces/sweep'

/** What each feature has that time alone makes useless; a feature with more of it adds a line. */
const SWEEPS: Readonly<Record<string, () => Promise<unknown>>> = {
  'rate limits': sweepAttempts,
  accounts: sweepAccounts,
  workspaces: sweepWorkspaces,
  tokens: sweepTokens,
  'agents in the trash': purgeTrash,
  'bulk runs': sweepRuns,
  'words of searches': sweepWords,
  'traits that nobody carries': sweepTallies,
}

const EVERY_MS = 3_600_000

/** One that fails is logged, and the others run. Nothing depends on it: whatever is read is asked for its time. */
export async function sweep(sweeps = SWEEPS): Promise<void> {
  for (const [what, run] of Object.entries(sweeps))
    await run().catch((error: unknown) => logger().error({ err: error }, `the ${what} were not swept`))
}

/** Now and every hour; the answer ends it, once the one that runs is through. */
export function sweepHourly(run = sweep, everyMs = EVERY_MS): () => Promise<void> {
  let running = run()
  const timer = setInterval(() => {
    running = running.then(() => run())
  }, everyMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
