import { AsyncLocalStorage } from 'node:async_hooks'
import { expect, test } from 'vitest'
import { keyedHash, keyFor } from '@/lib/access/keys'
import { setRegistry } from '@/lib/registry'

const withSecret = <T>(secret: string, work: () => T): T => {
  setRegistry({
    databaseUrl: '',
    publicUrl: '',
    secret,
    dataFolder: '',
    requests: new AsyncLocalStorage(),
    closers: new Set(),
  })
  return work()
}

test('each purpose has a key of its own, the same at every start, and none is the secret', () => {
  const keys = () => withSecret('one', () => [keyFor('sessions'), keyFor('codes'), keyFor('used-codes')])
  expect(new Set([...keys(), 'one']).size).toBe(4)
  expect(keys()).toEqual(keys())
  for (const key of keys()) expect(Buffer.from(key, 'base64url')).toHaveLength(32)
})

test('another secret makes other keys', () => {
  const of = (secret: string) => withSecret(secret, () => keyFor('codes'))
  expect(of('one')).not.toBe(of('two'))
})

test('what is hashed together cannot be split in another way', () => {
  const hashes = withSecret('one', () => [
    keyedHash('codes', 'ab', 'c'),
    keyedHash('codes', 'a', 'bc'),
    keyedHash('codes', 'abc'),
    keyedHash('used-codes', 'ab', 'c'),
  ])
  expect(new Set(hashes).size).toBe(4)
})
