/** One request to its last byte, in milliseconds. */
export async function timeRequest(
  url: string,
  init?: RequestInit,
): Promise<{ ms: number; body: string; requestId: string }> {
  const { status, isAnswered, ...answer } = await timeAnswer(url, init)
  if (!isAnswered) throw new Error(`${url} answered ${status}: ${answer.body.slice(0, 200)}`)
  return answer
}

/** The same, where an app that has more to do than it can says so. */
export async function timeAnswer(url: string, init?: RequestInit) {
  const begun = performance.now()
  const response = await fetch(url, { ...init, redirect: 'manual' })
  const body = await response.text()
  const ms = performance.now() - begun
  const { status, ok: isAnswered } = response
  if (!isAnswered && status !== BUSY) throw new Error(`${url} answered ${status}: ${body.slice(0, 200)}`)
  return { ms, body, status, isAnswered, requestId: response.headers.get('x-request-id') ?? '' }
}

const BUSY = 503

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
