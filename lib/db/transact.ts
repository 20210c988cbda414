import { errorCodes } from '@/lib/base/error-codes'
import { ok, type Result } from '@/lib/base/result'
import { database, type Queryable } from '@/lib/db/client'

const RETRIES_MAX = 3

/**
 * One transaction that a refusal takes back as a whole, whatever was written before it was found. What the database
 * gave up because another transaction stood in its way runs again from its beginning, so `work` does nothing that the
 * database does not take back.
 */
export async function transact<T, E = never>(
  work: (tx: Queryable) => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  for (let retries = 0; ; retries++) {
    try {
      return await attempt(work)
    } catch (error) {
      if (retries === RETRIES_MAX || !isConflict(error)) throw error
      await pause(retries)
    }
  }
}

/** The same for work whose every answer is kept: it refuses nothing, or records what it refused. */
export async function settle<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
  const settled = await transact(async (tx) => ok(await work(tx)))
  return settled.ok ? settled.value : settled.error
}

async function attempt<T, E>(work: (tx: Queryable) => Promise<Result<T, E>>): Promise<Result<T, E>> {
  let refused: Result<T, E> | undefined
  try {
    return await database().$transaction(async (tx) => {
      const outcome = await work(tx)
      if (outcome.ok) return outcome
      refused = outcome
      throw ROLL_BACK
    })
  } catch (error) {
    if (error === ROLL_BACK && refused) return refused
    throw error
  }
}

const ROLL_BACK = new Error('refused')

/** A serialization failure or a deadlock: as Postgres names them, and as Prisma does. */
const isConflict = (error: unknown): boolean =>
  errorCodes(error).some((code) => code === '40001' || code === '40P01' || code === 'P2034')

/** A little longer each time and never the same for two, so that those who met do not meet again. */
const pause = (retries: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 20 * 2 ** retries))
