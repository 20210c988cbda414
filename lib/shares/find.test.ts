import { expect, test } from 'vitest'
import { findShared } from '@/lib/shares/find'

const token = 'Zk3v9QpL2m_Zk3v9QpL2m-Zk3v9QpL2m'

test.each([
  '',
  ' ',
  '[token]',
  ':token',
  '%00',
  '\0',
  'undefined',
  ` ${token.slice(1)}`,
  `${token}\n`,
  `${token}A`,
  token.slice(1),
  `${token.slice(1)}.`,
  'x'.repeat(1_000_000),
])('%j is no token, which is said without asking a database', async (text) => {
  expect(await findShared(text)).toBeNull()
})

test('what has the form of a token is asked about, and here there is nobody to ask', async () => {
  await expect(findShared(token)).rejects.toThrow(/Nothing was registered/)
})
