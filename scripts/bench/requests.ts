/** One request to its last byte, in milliseconds. */
export async function timeRequest(
  url: string,
  init?: RequestInit,
): Promise<{ ms: number; body: string; requestId: string }> {
  const begun = performance.now()
  const response = await fetch(url, { ...init, redirect: 'manual' })
  const body = await response.text()
  const ms = performance.now() - begun
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${body.slice(0, 200)}`)
  return { ms, body, requestId: response.headers.get('x-request-id') ?? '' }
}

const WARM_UP = 10

/** Takes turns between the two, one request at a time, so that whatever else the machine does hits both. */
export async function takeTurns(
  count: number,
  subject: () => Promise<number>,
  floor: () => Promise<number>,
): Promise<{ times: readonly number[]; floor: readonly number[] }> {
  const times: number[] = []
  const floors: number[] = []
  for (let turn = -WARM_UP; turn < count; turn += 1) {
    const [low, high] = [await floor(), await subject()]
    if (turn < 0) continue
    floors.push(low)
    times.push(high)
  }
  return { times, floor: floors }
}
