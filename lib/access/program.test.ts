import { AsyncLocalStorage } from 'node:async_hooks'
import { expect, test } from 'vitest'
import { findProgram } from '@/lib/access/program'
import { newToken } from '@/lib/access/token-text'
import { setRegistry } from '@/lib/registry'

test('what is no token is refused without a database', async () => {
  setRegistry({
    databaseUrl: '',
    publicUrl: '',
    secret: 'a secret of a test',
    dataFolder: '',
    requests: new AsyncLocalStorage(),
    closers: new Set(),
  })
  const mistyped = newToken().replace(/.$/, (last) => (last === '0' ? '1' : '0'))
  for (const authorization of ['', 'Bearer x', `Bearer ${mistyped}`, `Basic ${newToken()}`])
    expect(await findProgram(new Headers({ authorization }))).toEqual({ ok: false, error: 'no-token' })
  await expect(findProgram(new Headers({ authorization: `Bearer ${newToken()}` }))).rejects.toThrow()
})
