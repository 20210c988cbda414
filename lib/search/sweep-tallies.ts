import { database } from '@/lib/db/client'

/**
 * Forgets the traits that no agent carries any more. One that is being counted right now is left for the next time, so
 * that neither waits for the other in a circle; whoever counts it after it is gone begins it anew.
 */
export const sweepTallies = (): Promise<number> => database().$executeRaw`
  DELETE FROM tallies WHERE (scope, facet) IN (
    SELECT t.scope, t.facet FROM tallies t WHERE t.agents = 0 FOR UPDATE SKIP LOCKED)`
