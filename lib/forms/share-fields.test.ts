import { expect, test } from 'vitest'
import { lastDay, readExpiry, sharePassword } from '@/lib/forms/share-fields'

const now = new Date('2026-11-20T22:30:00Z')

test.each([
  ['never', '', null],
  ['keep', '', undefined],
  ['7', '', new Date('2026-11-27T22:30:00Z')],
  ['never', '2026-11-20', new Date('2026-11-21T00:00:00Z')],
  ['1', '2026-12-31', new Date('2027-01-01T00:00:00Z')],
])('a link with the choice %s and the day %j ends at %s', (expiry, until, end) => {
  expect(readExpiry({ expiry, until }, now)).toEqual({ ok: true, value: end })
})

test('a day that is over is refused, and so is what is no day', () => {
  expect(readExpiry({ expiry: 'never', until: '2026-11-19' }, now).ok).toBe(false)
  for (const text of ['2026-02-30', '20.11.2026', '9999-01-01', '1999-01-01'])
    expect(lastDay.safeParse(text).success, text).toBe(false)
})

test('a password of a link is absent, or 8 to 128 characters of text', () => {
  for (const text of ['', 'violet 1', 'ä'.repeat(128), '🔑'.repeat(8)])
    expect(sharePassword.safeParse(text).success, text).toBe(true)
  for (const text of ['violet1', 'x'.repeat(129), 'violet \0 harbour', '\ud800 violet harbour'])
    expect(sharePassword.safeParse(text).success, text).toBe(false)
})
