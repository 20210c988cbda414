import type { Result } from '@/lib/base/result'
import { database, type Queryable } from '@/lib/db/client'

/** One transaction that a refusal takes back as a whole, whatever was written before it was found. */
export async function transact<T, E>(work: (tx: Queryable) => Promise<Result<T, E>>): Promise<Result<T, E>> {
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
