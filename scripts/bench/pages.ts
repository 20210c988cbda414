import type { Desk } from '@/scripts/bench/desk'
import { takeTurns, timeRequest } from '@/scripts/bench/requests'
import type { Measured } from '@/scripts/bench/table'

type Read = {
  readonly what: string
  readonly path: string
  readonly count?: number
  /** What each of them may take. */
  readonly withinMs?: number
}

const READS = 200

/** Something public as a reader without an account gets it, beside an answer of the same server that asks nobody. */
export async function measureRead(
  { url }: Desk,
  { what, path, count = READS, withinMs }: Read,
): Promise<readonly Measured[]> {
  const read = async (address: string) => (await timeRequest(address)).ms
  const { times, floor } = await takeTurns(
    count,
    () => read(url + path),
    () => read(`${url}/api/health/live`),
  )
  const measured = { what, times, floor: { what: '/api/health/live', times: floor } }
  if (withinMs === undefined) return [measured]
  const held = times.filter((ms) => ms <= withinMs).length
  const requirement = {
    text: `A ${what} is there within ${withinMs} ms`,
    isHeld: held === times.length,
    found: `${held} of ${times.length}`,
  }
  return [{ ...measured, requirement }]
}
