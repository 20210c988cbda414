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
  { url, costOf }: Desk,
  { what, path, count = READS, withinMs }: Read,
): Promise<readonly Measured[]> {
  const ids: string[] = []
  const read = async () => {
    const { ms, requestId } = await timeRequest(url + path)
    ids.push(requestId)
    return ms
  }
  const ping = async () => (await timeRequest(`${url}/api/health/live`)).ms
  const { times, floor } = await takeTurns(count, read, ping)
  // Without those that warmed up.
  const costs = await Promise.all(ids.slice(-count).map(costOf))
  const measured = { what, times, costs, floor: { what: '/api/health/live', times: floor } }
  if (withinMs === undefined) return [measured]
  const held = times.filter((ms) => ms <= withinMs).length
  const requirement = {
    text: `A ${what} is there within ${withinMs} ms`,
    isHeld: held === times.length,
    found: `${held} of ${times.length}`,
  }
  return [{ ...measured, requirement }]
}
