import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Authorized } from '@/lib/access/authorize'
import { openTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { type MailServer, startMailServer } from '@/lib/mail/testing/mail-server'
import { registry, setRegistry } from '@/lib/registry'
import { sendInvitation, writeInvitation } from '@/lib/workspaces/invitation-letter'
import { acceptAsNewAccount, createInvitation, findInvitation } from '@/lib/workspaces/invitations'
import { allowed, browser, PASSWORD, setUp, signedIn } from '@/lib/workspaces/testing/people'

describe('an invitation by mail', () => {
  let opened: TestDatabase
  let mail: MailServer
  let by: Authorized<'member.manage'>
  beforeAll(async () => {
    opened = await openTestDatabase('embedded')
    mail = await startMailServer()
    by = await allowed(await signedIn((await setUp()).cookies), 'member.manage', 'first')
  })
  beforeEach(() => setRegistry({ ...registry(), mail: mail.settings }))
  afterAll(async () => {
    await opened?.close()
    await mail?.close()
  })

  const invite = async (email: string) => {
    const given = { email, role: 'editor' } as const
    const made = await createInvitation(by, given)
    if (!made.ok) throw new Error(made.error)
    const { link } = made.value
    const delivery = await sendInvitation(await writeInvitation(by, given, link))
    return { delivery, link, code: link.split('/').at(-1) ?? '' }
  }

  test('the letter holds the link that the inviter sees, and the link works', async () => {
    const { delivery, link, code } = await invite('new@example.org')
    expect(delivery).toBe('sent')
    const letter = await mail.take('new@example.org')
    expect(letter.text).toContain(`\n${link}\n`)
    expect(letter.text).toContain('"first"')
    const joined = await acceptAsNewAccount(code, { name: 'New', password: PASSWORD }, browser())
    expect(joined.ok && (await signedIn(joined.value.cookies)).email).toBe('new@example.org')
  })

  test('a letter that is refused takes nothing from the invitation', async () => {
    mail.refuse(true)
    const { delivery, code } = await invite('refused@example.org')
    mail.refuse(false)
    expect(delivery).toBe('failed')
    expect(await findInvitation(code)).toBeDefined()
  })

  test('without a mail server nothing is sent, and it is said', async () => {
    setRegistry({ ...registry(), mail: undefined })
    expect((await invite('by-hand@example.org')).delivery).toBe('unset')
  })
})
