import type { Desk } from '@/scripts/bench/desk'
import { takeTurns, timeRequest } from '@/scripts/bench/requests'
import type { Measured } from '@/scripts/bench/table'

const READS = 200

/** A public page as a reader without an account gets it, beside an answer of the same server that asks nobody. */
export async function measurePage({ url }: Desk, what: string, path: string): Promise<readonly Measured[]> {
  const read = async (address: string) => (await timeRequest(address)).ms
  const { times, floor } = await takeTurns(
    READS,
    () => read(url + path),
    () => read(`${url}/api/health/live`),
  )
  return [{ what, times, floor: { what: '/api/health/live', times: floor } }]
}
