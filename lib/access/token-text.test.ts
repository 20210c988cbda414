import { AsyncLocalStorage } from 'node:async_hooks'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { endingOf, hashToken, isToken, newToken } from '@/lib/access/token-text'
import { setRegistry } from '@/lib/registry'

beforeAll(() =>
  setRegistry({
    databaseUrl: '',
    publicUrl: '',
    secret: 'a secret of a test',
    dataFolder: '',
    requests: new AsyncLocalStorage(),
    closers: new Set(),
  }),
)

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const PREFIX = 'fullscore_'

test('whatever is made is a token, of the shape that scanners look for, and no two are the same', () => {
  const made = Array.from({ length: 2_000 }, newToken)
  for (const token of made) {
    expect(token).toMatch(/^fullscore_[0-9A-Za-z]{38}$/)
    expect(isToken(token)).toBe(true)
  }
  expect(new Set(made).size).toBe(made.length)
})

test('a token with one other character is none, wherever it stands', () => {
  fc.assert(
    fc.property(fc.nat(47), fc.constantFrom(...ALPHABET, '-', ' ', '\n', 'é'), (at, other) => {
      const token = newToken()
      fc.pre(token[at] !== other)
      expect(isToken(token.slice(0, at) + other + token.slice(at + 1))).toBe(false)
    }),
    { numRuns: 3_000 },
  )
})

test('nor is one that is cut, longer, turned round, in another case, or any other text', () => {
  const token = newToken()
  const turned = token.slice(0, -2) + [...token.slice(-2)].reverse().join('x')
  for (const text of [
    '',
    PREFIX,
    token.slice(0, -1),
    token.slice(1),
    `${token}0`,
    `${token}\n`,
    ` ${token}`,
    token.toUpperCase(),
    turned,
    token.replace(PREFIX, ''),
  ])
    expect(isToken(text), text).toBe(false)
  const other = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc
      .string({ unit: fc.constantFrom(...ALPHABET), minLength: 38, maxLength: 38 })
      .map((text) => PREFIX + text),
  )
  fc.assert(fc.property(other, (text) => !isToken(text)))
})

test('each character of the alphabet is as likely as each other one', () => {
  const tokens = 4_000
  const counts = new Map([...ALPHABET].map((character) => [character, 0]))
  for (let made = 0; made < tokens; made++)
    for (const character of newToken().slice(PREFIX.length, PREFIX.length + 32))
      counts.set(character, (counts.get(character) ?? 0) + 1)
  const expected = (tokens * 32) / ALPHABET.length
  const chiSquare = [...counts.values()].reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0)
  expect(counts.size).toBe(62)
  // 61 degrees of freedom: a fair draw goes beyond this about once in a billion runs, bytes modulo 62 always.
  expect(chiSquare).toBeLessThan(150)
})

test('what is stored says nothing about a token, and its ending is four characters', () => {
  const token = newToken()
  expect(hashToken(token)).toMatch(/^[\w-]{43}$/)
  expect(hashToken(token)).toBe(hashToken(token))
  expect(hashToken(token)).not.toBe(hashToken(newToken()))
  expect(endingOf(token)).toBe(token.slice(44))
})
