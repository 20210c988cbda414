import { describe, expect, test } from 'vitest'
import { checkPassword, hashPassword, verifyPassword } from '@/lib/accounts/password'

const accepted = (password: string) => checkPassword(password, 'somebody@example.org').ok

test.each([
  'correct horse battery staple',
  'ünïcödé pässwörter',
  '   spaces at both ends   ',
  '🐎🔋📎🐎🔋📎🐢🦊🐙🌵🍉🛶',
  '948372615094',
  [...Array(128).keys()].map((n) => String.fromCodePoint(0x4e00 + n * 7)).join(''),
])('%s is accepted', (password) => expect(accepted(password)).toBe(true))

describe('refused', () => {
  test.each([
    ['eleven characters', 'abcdefghijk'],
    ['eleven emoji, although more units', '🐎🔋📎🐎🔋📎🐢🦊🐙🌵🍉'],
    ['129 characters', [...Array(129).keys()].map((n) => String.fromCodePoint(0x4e00 + n * 7)).join('')],
    ['a common one', 'qwerty123456'],
    ['a common one in capitals', 'AdministratoR'],
    ['a common word with digits behind', 'password1234'],
    ['a common word with digits and marks around', '!!Dragon!!2026!!'],
    ['one character', 'aaaaaaaaaaaa'],
    ['a repetition', 'abcabcabcabc'],
    ['digits counted up', '1234567890123'],
    ['letters counted down', 'zyxwvutsrqpon'],
    ['the address', 'somebody@example.org'],
    ['its name with a year', 'somebody2026'],
    ['NUL', 'correct horse\0battery'],
    ['a lone surrogate', 'correct horse \ud800 battery'],
  ])('%s', (_what, password) => expect(accepted(password)).toBe(false))
})

test('is kept as Argon2id with a salt of its own, and verified as typed', async () => {
  const password = ' Any characters, e\u0301 and E '
  const [one, two] = await Promise.all([hashPassword(password), hashPassword(password)])
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(two)
  expect(await verifyPassword({ hash: one, password })).toBe(true)
  for (const other of [password.trim(), password.normalize('NFC'), password.toLowerCase(), `${password}\0`])
    expect(await verifyPassword({ hash: one, password: other })).toBe(false)
})
