import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { err, ok, type Result } from '@/lib/base/result'
import { database } from '@/lib/db/client'
import { requestContext } from '@/lib/registry'

export type Limit = { readonly max: number; readonly windowMs: number }
export type TooMany = { readonly retryAfterSeconds: number }
/** What a window has left, and when the oldest attempt in it is forgotten so that there is more. */
export type Quota = { readonly left: number; readonly moreInSeconds: number }

const GUESSES: Limit = { max: 5, windowMs: 60_000 }

/**
 * Counts one attempt at something that can be guessed, for all nodes together and by the database's clock: at most
 * `max` in any window, however it lies. A refused attempt costs nothing more.
 */
export async function countAttempt(
  what: readonly string[],
  { max, windowMs }: Limit = GUESSES,
): Promise<Result<Quota, TooMany>> {
  const key = createHash('sha256').update(JSON.stringify(what)).digest('base64url')
  const found = await database().$queryRaw`
    INSERT INTO rate_limits AS r (key, hits, refused, until)
    VALUES (${key}, ARRAY[clock_timestamp()], false, clock_timestamp() + ${windowMs} * interval '1 millisecond')
    ON CONFLICT (key) DO UPDATE SET (hits, refused, until) = (
      SELECT CASE WHEN cardinality(recent) < ${max} THEN recent || clock_timestamp() ELSE recent END,
             cardinality(recent) >= ${max},
             clock_timestamp() + ${windowMs} * interval '1 millisecond'
      FROM (SELECT ARRAY(SELECT hit FROM unnest(r.hits) AS hit
                         WHERE hit > clock_timestamp() - ${windowMs} * interval '1 millisecond' ORDER BY hit) AS recent) AS kept)
    RETURNING refused, cardinality(hits) AS count, ceil(extract(epoch FROM hits[1] - clock_timestamp()) + ${windowMs / 1_000}::int)::int AS wait`
  const [{ refused, count, wait }] = rows.parse(found)
  const seconds = Math.max(1, Math.min(wait, Math.ceil(windowMs / 1_000)))
  return refused ? err({ retryAfterSeconds: seconds }) : ok({ left: max - count, moreInSeconds: seconds })
}

const rows = z.tuple([z.object({ refused: z.boolean(), count: z.int(), wait: z.int() })])

/** Five a minute for an address at one target, and thirty for an address at all targets together. */
export async function countGuess(what: string, target: string): Promise<Result<Quota, TooMany>> {
  const all = await countFrom(what)
  return all.ok ? countAttempt([what, addressHere(), target]) : all
}

/** Thirty a minute for an address, for what is guessed without saying of whom. */
export const countFrom = (what: string): Promise<Result<Quota, TooMany>> =>
  countAttempt([what, addressHere()], { max: 30, windowMs: 60_000 })

const addressHere = (): string => networkOf(requestContext()?.clientAddress ?? 'local')

export const WRITES: Limit = { max: 300, windowMs: 60_000 }

/**
 * Three hundred a minute for a person, and for each token, whatever is written. A request counts once, however often it
 * asks who sent it, and reading counts nothing. A program is told on every answer how much it has left.
 */
export async function countWrite(actor: Actor): Promise<Result<undefined, TooMany>> {
  const context = requestContext()
  if (!context?.isUncountedWrite || actor.kind === 'visitor') return ok(undefined)
  context.isUncountedWrite = false
  const isProgram = actor.kind === 'program'
  const counted = await countAttempt(['write', isProgram ? actor.tokenId : actor.userId], WRITES)
  const { left, moreInSeconds } = counted.ok
    ? counted.value
    : { left: 0, moreInSeconds: counted.error.retryAfterSeconds }
  const { max, windowMs } = WRITES
  if (isProgram)
    context.rateLimit = { name: 'writes', max, windowSeconds: windowMs / 1_000, left, moreInSeconds }
  return counted.ok ? ok(undefined) : counted
}

/** Thrown where a refusal ends the request, as a redirect does; whoever answers it says when to try again. */
export class TooManyWrites extends Error {
  constructor(readonly retryAfterSeconds: number) {
    super(`more than ${WRITES.max} writes in a minute`)
  }
}

/** Whoever has one IPv6 address has the 2^64 of its network, so those count as one. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname
    .slice(1, -1)
    .split('::')
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean))
  const zeros = Array<string>(8 - (before?.length ?? 0) - (after?.length ?? 0)).fill('0')
  return [...(before ?? []), ...zeros, ...(after ?? [])].slice(0, 4).join(':')
}

/** Forgets attempts that limit nobody any more. */
export async function sweepAttempts(): Promise<void> {
  await database().$executeRaw`DELETE FROM rate_limits WHERE until < clock_timestamp()`
}
