import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mailPasswordLink, resetPassword } from '@/lib/accounts/reset-password'
import { signIn } from '@/lib/accounts/sign-in'
import { openTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { type MailServer, startMailServer } from '@/lib/mail/testing/mail-server'
import { registry, runClosers, setRegistry } from '@/lib/registry'
import { browser, setUp } from '@/lib/workspaces/testing/people'

describe('a forgotten password, by mail', () => {
  let opened: TestDatabase
  let mail: MailServer
  const email = 'owner@example.org'
  const next = 'an entirely different phrase'
  beforeEach(async () => {
    opened = await openTestDatabase('embedded')
    mail = await startMailServer()
    setRegistry({ ...registry(), mail: mail.settings })
    await setUp(email)
  })
  afterEach(async () => {
    await opened?.close()
    await mail?.close()
  })

  test('the mailed link sets a password, and an address without account is answered the same and mailed nothing', async () => {
    const answers = [await mailPasswordLink('nobody@example.org'), await mailPasswordLink(email)]
    expect(answers[0]).toEqual(answers[1])
    const { text } = await mail.take(email)
    const token = text.match(/http:\/\/localhost:3000\/reset#(\S+)/)?.[1] ?? ''
    expect(await resetPassword(token, next)).toMatchObject({ ok: true })
    expect((await signIn({ email, password: next }, browser())).ok).toBe(true)
    await runClosers()
    expect(mail.received.map(({ to }) => to)).toEqual([email])
  })

  test('a graceful stop waits until the letter has left', async () => {
    await mailPasswordLink(email)
    await runClosers()
    expect(mail.received).toHaveLength(1)
  })

  test('from wherever it is asked for, one mailbox gets five letters an hour', async () => {
    for (let index = 0; index < 8; index++)
      await registry().requests.run(
        { requestId: crypto.randomUUID(), clientAddress: `192.0.2.${index}`, nonce: '' },
        () => mailPasswordLink(email),
      )
    await runClosers()
    expect(mail.received).toHaveLength(5)
  })

  test('a mail server that refuses changes no answer', async () => {
    mail.refuse(true)
    expect(await mailPasswordLink(email)).toEqual({ ok: true, value: undefined })
    await runClosers()
    expect(mail.received).toEqual([])
  })
})
