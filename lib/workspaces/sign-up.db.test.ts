import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signIn } from '@/lib/accounts/sign-in'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { type MailServer, startMailServer } from '@/lib/mail/testing/mail-server'
import { registry, runClosers, setRegistry } from '@/lib/registry'
import { askForAccount, confirmAccount } from '@/lib/workspaces/sign-up'
import { browser, PASSWORD, setUp, signedIn } from '@/lib/workspaces/testing/people'

describe.each(SERVERS)('sign-up, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let mail: MailServer
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    mail = await startMailServer()
    setRegistry({ ...registry(), mail: mail.settings, signupOpen: true })
    await setUp('owner@example.org', 'first')
  })
  afterAll(async () => {
    await opened?.close()
    await mail?.close()
  })

  const ask = (email: string, password = PASSWORD, workspace = 'A team') =>
    askForAccount({ name: 'New', email, password, workspace })
  const codeTo = async (email: string) =>
    /http:\/\/localhost:3000\/sign-up\/confirm#(\S+)/.exec((await mail.take(email)).text)?.[1] ?? ''
  const confirm = (code: string, password = PASSWORD) => confirmAccount({ code, password }, browser())
  const accounts = (email: string) => opened.db.user.count({ where: { email } })

  test('there is no account before the mailed link, and with it one that owns its workspace', async () => {
    const email = 'new@example.org'
    expect(await ask(email)).toEqual({ ok: true, value: undefined })
    const code = await codeTo(email)
    expect(await accounts(email)).toBe(0)
    expect((await signIn({ email, password: PASSWORD }, browser())).ok).toBe(false)
    const done = await confirm(code)
    expect(done.ok && (await signedIn(done.value.cookies)).email).toBe(email)
    expect(await opened.db.user.findUnique({ where: { email } })).toMatchObject({ emailVerified: true })
    expect(
      await opened.db.membership.findMany({
        where: { user: { is: { email } } },
        select: { role: true, workspace: { select: { slug: true } } },
      }),
    ).toEqual([{ role: 'owner', workspace: { slug: 'a-team' } }])
    expect(await confirm(code)).toEqual({ ok: false, error: 'link' })
  })

  test('an existing account is answered the same, told by mail, and not altered', async () => {
    const state = () =>
      opened.db.user.findUniqueOrThrow({
        where: { email: 'owner@example.org' },
        include: { accounts: true, sessions: true, memberships: true },
      })
    const before = await state()
    expect(await ask('owner@example.org', 'another long password')).toEqual(await ask('other@example.org'))
    const letter = await mail.take('owner@example.org')
    expect(letter.text).toContain('You have one already')
    expect(letter.text).not.toContain('/confirm')
    expect(await state()).toEqual(before)
    expect(await opened.db.signUp.count({ where: { email: 'owner@example.org' } })).toBe(0)
  })

  test('whoever opens the link without the password of the one who asked makes no account', async () => {
    const email = 'victim@example.org'
    await ask(email, 'the password of an attacker')
    const code = await codeTo(email)
    expect(await confirm(code, 'what the victim would type')).toEqual({ ok: false, error: 'password' })
    expect(await accounts(email)).toBe(0)
  })

  test('twenty openings of one link make one account and one workspace', async () => {
    const email = 'many@example.org'
    await ask(email, PASSWORD, 'Many')
    const code = await codeTo(email)
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        registry().requests.run(
          { requestId: crypto.randomUUID(), clientAddress: `192.0.2.${index}`, nonce: '' },
          () => confirm(code),
        ),
      ),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await accounts(email)).toBe(1)
    expect(await opened.db.workspace.count({ where: { publicName: 'Many' } })).toBe(1)
  })

  test('an account that came another way meanwhile stays as it is', async () => {
    const email = 'meanwhile@example.org'
    await ask(email)
    const code = await codeTo(email)
    const { id } = await opened.db.user.create({ data: { name: 'Invited', email } })
    expect(await confirm(code)).toEqual({ ok: false, error: 'link' })
    expect(
      await opened.db.user.findUniqueOrThrow({ where: { id }, include: { accounts: true } }),
    ).toMatchObject({
      name: 'Invited',
      accounts: [],
    })
  })

  test('a name that others have gets an address of its own, and an expired link does nothing', async () => {
    await ask('twin@example.org', PASSWORD, 'First')
    const twin = await confirm(await codeTo('twin@example.org'))
    expect(twin.ok && twin.value.slug).toMatch(/^first-\d{6}$/)
    await ask('late@example.org')
    const code = await codeTo('late@example.org')
    await opened.db.signUp.updateMany({ data: { expiresAt: new Date(Date.now() - 1_000) } })
    expect(await confirm(code)).toEqual({ ok: false, error: 'link' })
  })

  test('what is stored is neither the link nor the password', async () => {
    await ask('dump@example.org', 'a password that is not stored')
    await runClosers()
    const dump = JSON.stringify(await opened.db.signUp.findMany())
    expect(dump).toContain('$argon2id$')
    expect(dump).not.toContain(await codeTo('dump@example.org'))
    expect(dump).not.toContain('a password that is not stored')
  })

  test('five a minute for an address at one target', async () => {
    for (let times = 0; times < 5; times++) expect((await ask('often@example.org')).ok).toBe(true)
    expect(await ask('often@example.org')).toMatchObject({
      ok: false,
      error: { retryAfterSeconds: expect.any(Number) },
    })
  })
})
