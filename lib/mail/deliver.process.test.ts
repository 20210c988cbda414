import { AsyncLocalStorage } from 'node:async_hooks'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deliver } from '@/lib/mail/deliver'
import { type MailServer, startMailServer } from '@/lib/mail/testing/mail-server'
import { freePort } from '@/lib/postgres/free-port'
import { type MailSettings, setRegistry } from '@/lib/registry'

let server: MailServer | undefined
const lines: string[] = []

beforeEach(() => {
  lines.length = 0
  Reflect.set(globalThis, Symbol.for('fullscore.logger'), {
    warn: (...said: unknown[]) => lines.push(JSON.stringify(said)),
  })
})
afterEach(async () => {
  await server?.close()
  server = undefined
})

function using(mail: MailSettings) {
  setRegistry({
    databaseUrl: '',
    publicUrl: 'http://localhost:3000',
    secret: '',
    dataFolder: '',
    mail,
    requests: new AsyncLocalStorage(),
    closers: new Set(),
  })
}

const letter = {
  to: 'ada@example.org',
  subject: 'Grüße',
  text: `A link:\n\nhttp://localhost:3000/reset#${'x'.repeat(90)}\n`,
}

test('a letter arrives as plain text, word for word', async () => {
  server = await startMailServer()
  using(server.settings)
  expect(await deliver(letter)).toEqual({ ok: true, value: undefined })
  expect(await server.take('ada@example.org')).toMatchObject({
    from: server.settings.from.replace(/^(\w+)/, '"$1"'),
    subject: letter.subject,
    text: letter.text,
    isHtml: false,
  })
})

test('what looks like several addresses is one that does not exist', async () => {
  server = await startMailServer()
  using(server.settings)
  await deliver({ ...letter, to: 'ada@example.org, eve@example.org' })
  expect(server.received.map(({ to }) => to)).not.toContain('eve@example.org')
})

test('a password is given only over an encrypted connection', async () => {
  const asked: string[] = []
  server = await startMailServer({
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) => {
      asked.push(auth.password ?? '')
      done(null, { user: 'ada' })
    },
  })
  const login = { user: 'ada', password: 'hunter2' }
  using({ ...server.settings, tls: 'required', login })
  expect(await deliver(letter)).toEqual({ ok: false, error: 'not-sent' })
  expect(asked).toEqual([])
  using({ ...server.settings, login })
  expect(await deliver(letter)).toMatchObject({ ok: true })
  expect(asked).toEqual(['hunter2'])
})

test('a server whose certificate nobody vouches for gets nothing', async () => {
  // With no key of its own it offers one that it signed itself.
  server = await startMailServer({ disabledCommands: [] })
  using({ ...server.settings, tls: 'required' })
  expect(await deliver(letter)).toEqual({ ok: false, error: 'not-sent' })
  expect(server.received).toEqual([])
})

test('a refusal is an outcome, and the log names neither the address nor the password', async () => {
  server = await startMailServer({
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(null, { user: 'ada' }),
  })
  using({ ...server.settings, login: { user: 'ada', password: 'hunter2' } })
  server.refuse(true)
  expect(await deliver(letter)).toEqual({ ok: false, error: 'not-sent' })
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('EENVELOPE')
  expect(lines[0]).not.toMatch(/@|hunter2/)
})

test('a server that takes the call and says nothing is given up after ten seconds', async () => {
  const port = await freePort()
  const silent = createServer().listen(port, '127.0.0.1')
  await once(silent, 'listening')
  using({ host: '127.0.0.1', port, tls: 'where-offered', login: undefined, from: 'a@example.org' })
  const begun = performance.now()
  expect(await deliver(letter)).toEqual({ ok: false, error: 'not-sent' })
  expect(performance.now() - begun).toBeLessThan(12_000)
  silent.close()
})
