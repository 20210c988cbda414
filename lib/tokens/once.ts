import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { keyedHash, keyFor } from '@/lib/access/keys'
import { bug } from '@/lib/base/assert'
import { err, ok, type Result } from '@/lib/base/result'
import type { Queryable } from '@/lib/db/client'
import { transact } from '@/lib/db/transact'

/** A request that its sender may repeat without knowing whether the first one arrived. */
export type Repeatable = {
  readonly tokenId: string
  /** As the sender chose it. */
  readonly key: string
  /** All of the request that decides what it does. */
  readonly content: string
}

/** What the work of a request that may be repeated runs in. */
export type Transaction = Queryable

export type Once<T> = { readonly value: T; readonly isRepeated: boolean }

export const REPEATABLE_HOURS = 24

/**
 * Work in one transaction, done once for a key of a token: who repeats the request is given what the first one was
 * given, however many of them run at the same time. Work that is refused leaves no trace of its key either. What is
 * given has to be JSON.
 */
export const once = <T, E>(
  request: Repeatable | undefined,
  work: (tx: Queryable) => Promise<Result<T, E>>,
): Promise<Result<Once<T>, E | 'other-content'>> =>
  transact<Once<T>, E | 'other-content'>(async (tx) => {
    if (request && !(await claim(tx, request))) return repeat<T>(tx, request)
    const done = await work(tx)
    if (!done.ok) return done
    if (request)
      await tx.idempotencyKey.update({
        where: { tokenId_keyHash: idOf(request) },
        data: { answer: seal(request, done.value) },
      })
    return ok({ value: done.value, isRepeated: false })
  })

const idOf = ({ tokenId, key }: Repeatable) => ({ tokenId, keyHash: keyedHash('idempotency', tokenId, key) })

/** Keyed like the rest: what is sent may hold the password of a link, which nobody shall try out on a dump. */
const hashOf = ({ content }: Repeatable): string => keyedHash('idempotency', content)

/** Of any number with one key the first takes it; the others wait here until it is through. */
async function claim(tx: Queryable, request: Repeatable): Promise<boolean> {
  const { tokenId, keyHash } = idOf(request)
  const claimed = await tx.$executeRaw`
    INSERT INTO idempotency_keys AS k (token_id, key_hash, body_hash)
    VALUES (${tokenId}::uuid, ${keyHash}, ${hashOf(request)})
    ON CONFLICT (token_id, key_hash) DO UPDATE
      SET body_hash = excluded.body_hash, answer = NULL, created_at = now()
      WHERE k.created_at < now() - make_interval(hours => ${REPEATABLE_HOURS})`
  return claimed === 1
}

async function repeat<T>(tx: Queryable, request: Repeatable): Promise<Result<Once<T>, 'other-content'>> {
  const kept = await tx.idempotencyKey.findUnique({ where: { tokenId_keyHash: idOf(request) } })
  if (!kept?.answer) return bug('a key that is taken has no answer')
  if (kept.bodyHash !== hashOf(request)) return err('other-content')
  return ok({ value: open<T>(request, kept.answer), isRepeated: true })
}

/**
 * An answer may hold what is shown once, such as the address of a link. It is sealed with the key of the request, which
 * is not stored, and the installation's secret: whoever reads the database reads nothing.
 */
const sealingKey = ({ key }: Repeatable): Buffer =>
  Buffer.from(hkdfSync('sha256', key, keyFor('idempotency'), 'fullscore answer', 32))

function seal(request: Repeatable, value: unknown): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(request), nonce)
  const sealed = [cipher.update(JSON.stringify(value)), cipher.final()]
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]))
}

/** What we sealed with this key is what we gave, so that its type is known. */
function open<T>(request: Repeatable, sealed: Uint8Array): T {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(request), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString())
}
