import type { Page } from '@playwright/test'
import { expect, test } from './connected'
import { expectAccessible, expectNoSidewaysScroll } from './fixtures'
import { sendForm } from './send-form'

// The app is started once, and grows from its first owner to several people.
test.describe.configure({ mode: 'serial' })

const OWNER = { name: 'Ada Owner', email: 'ada@example.org', password: 'violet harbour lantern 41' }
const NEW = { name: 'Nina New', email: 'nina@example.org', password: 'copper meadow quiet 77' }
const DANA = { sub: 'dana', email: 'dana@example.org', email_verified: true, name: 'Dana' }

const linkIn = (text: string): string => /http:\/\/localhost:\d+\/\S+/.exec(text)?.[0] ?? ''

async function signIn(page: Page, { email, password }: { email: string; password: string }) {
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).not.toHaveURL(/\/sign-in$/)
}

const throughProvider = (page: Page) => page.getByRole('button', { name: /^Sign in with 127\.0\.0\.1:\d+$/ })

test.beforeAll(async ({ connected, playwright }) => {
  const code = connected.output().match(/\/setup#(\S+)/)?.[1] ?? ''
  const api = await playwright.request.newContext({
    baseURL: connected.url,
    extraHTTPHeaders: { origin: connected.url },
  })
  await sendForm(api, '/setup', 'Create account', { ...OWNER, code, workspace: 'North Harbour' })
  await api.dispose()
})

test('whoever signs up gets a letter, and with its link and the password an account and a workspace', async ({
  page,
  connected: { mail },
}) => {
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Create an account' }).click()
  await expect(page.getByLabel('Workspace')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Name').fill(NEW.name)
  await page.getByLabel('Email').fill(NEW.email)
  await page.getByLabel('Password').fill(NEW.password)
  await page.getByLabel('Workspace').fill('South Harbour')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('status')).toContainText('A letter is on its way')
  await page.goto(linkIn((await mail.take(NEW.email)).text))
  await expect(page.getByLabel('Code of the link')).toHaveValue(/^[\w-]{20,}$/)
  await expectAccessible(page)
  await page.getByLabel('Password').fill('not what was chosen')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByText('not the password that was chosen')).toBeVisible()
  await page.getByLabel('Password').fill(NEW.password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page).toHaveURL(/\/w\/south-harbour$/)
})

test('a forgotten password and a sign-up are answered byte by byte the same for known and unknown addresses', async ({
  request,
  connected: { mail, url },
}) => {
  const answers = async (path: string, button: string, rest: Record<string, string>) => {
    const texts: string[] = []
    for (const email of [OWNER.email, 'nobody@example.org']) {
      const answer = await sendForm(request, path, button, { email, ...rest }, { headers: { origin: url } })
      const nonce = /'nonce-([^']+)'/.exec(answer.headers()['content-security-policy'] ?? '')?.[1] ?? ''
      texts.push(`${answer.status()} ${(await answer.text()).replaceAll(nonce, 'NONCE')}`)
    }
    return texts
  }
  const [known, unknown] = await answers('/forgot', 'Send the link', {})
  expect(known).toContain('a link is on its way')
  expect(known).toBe(unknown)
  const [taken, free] = await answers('/sign-up', 'Create account', {
    name: 'Somebody',
    password: 'seven slow ferries at dusk',
    workspace: 'Any',
  })
  expect(taken).toContain('A letter is on its way')
  expect(taken).toBe(free)
  const letters = [await mail.take(OWNER.email), await mail.take(OWNER.email)].map(({ subject }) => subject)
  expect(letters.sort()).toEqual(['A new password for Fullscore', 'You have an account on Fullscore'])
  expect((await mail.take('nobody@example.org')).subject).toBe('Confirm your address for Fullscore')
})

test('the mailed link sets a new password', async ({ page, connected: { mail } }) => {
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await expect(page.getByRole('button', { name: 'Send the link' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Email').fill(OWNER.email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByRole('status')).toContainText('on its way')
  const { text, isHtml } = await mail.take(OWNER.email)
  expect(isHtml).toBe(false)
  await page.goto(linkIn(text))
  await expect(page.getByLabel('Code of the link')).not.toHaveValue('')
  OWNER.password = 'amber window pane at noon'
  await page.getByLabel('Password').fill(OWNER.password)
  await page.getByRole('button', { name: 'Set password' }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
  await signIn(page, OWNER)
})

test('an invitation is mailed, and one that could not be is handed over', async ({
  page,
  connected: { mail },
}) => {
  await signIn(page, OWNER)
  await page.goto('/w/north-harbour/members')
  const invite = async (email: string) => {
    await page.getByLabel('Email').fill(email)
    await page.getByRole('button', { name: 'Create invitation' }).click()
  }
  mail.refuse(true)
  await invite('away@example.org')
  await expect(page.getByText('could not be sent by mail')).toBeVisible()
  await expect(page.getByText(/\/invite\/[\w-]{20,}/)).toBeVisible()
  mail.refuse(false)
  await invite(DANA.email)
  await expect(page.getByText('It was sent to the address, too.')).toBeVisible()
  const shown = await page.getByText(/\/invite\/[\w-]{20,}/).textContent()
  expect(linkIn((await mail.take(DANA.email)).text)).toBe(shown)
  await expectAccessible(page)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('an invited person comes in through the provider, and is in the workspace', async ({
    page,
    connected: { provider },
  }) => {
    provider.is(DANA)
    await page.goto('/sign-in')
    await throughProvider(page).click()
    await expect(page).toHaveURL(/\/w\/north-harbour$/)
    await page.goto('/account')
    await expect(page.getByText('your only way in')).toBeVisible()
    await expectNoSidewaysScroll(page)
  })
})

test('the way through the provider keeps its secrets, and ends where it began', async ({
  page,
  connected: { provider, url },
}) => {
  provider.is(DANA)
  const policy = (await page.goto('/sign-in'))?.headers()['content-security-policy'] ?? ''
  expect(policy).toContain(`form-action 'self' ${provider.settings.issuer};`)
  const [leaving] = await Promise.all([
    page.waitForRequest((request) => request.url().startsWith(`${provider.settings.issuer}/auth`)),
    throughProvider(page).click(),
  ])
  const asked = new URL(leaving.url()).searchParams
  expect(asked.get('code_challenge_method')).toBe('S256')
  for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)?.length).toBeGreaterThan(40)
  expect(asked.get('redirect_uri')).toBe(`${url}/api/auth/oauth2/callback/oidc`)
  await expect(page).toHaveURL(/\/w\/north-harbour$/)
  const begun = await page.request.post('/sign-in/provider', {
    headers: { origin: url },
    maxRedirects: 0,
  })
  expect(begun.headers()['set-cookie']).toMatch(
    /^fullscore\.provider=[\w-]{40,}; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax$/,
  )
})

test.describe('what goes wrong at the provider has a page that says what to do', () => {
  for (const { what, person, mood, title } of [
    {
      what: 'an address that is not verified',
      person: { sub: 'eve', email: 'eve@example.org', email_verified: false },
      title: /has not verified your address/,
    },
    {
      what: 'the address of an account',
      person: { sub: 'thief', email: OWNER.email, email_verified: true },
      title: /Your address has an account already/,
    },
    { what: 'a refusal', person: DANA, mood: 'denies', title: /did not sign you in/ },
    { what: 'no answer', person: DANA, mood: 'breaks-for-apps', title: /does not answer right now/ },
  ] as const) {
    test(what, async ({ page, connected: { provider } }) => {
      provider.is(person)
      if (mood !== undefined) provider.behaves(mood)
      await page.goto('/sign-in')
      await throughProvider(page).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
      provider.behaves('serves')
      await expectAccessible(page)
      await page.getByRole('link', { name: 'Back to sign in' }).click()
      await expect(throughProvider(page)).toBeVisible()
    })
  }

  test('an answer that nobody waits for, and one that comes twice', async ({
    page,
    connected: { provider },
  }) => {
    const answer = '/api/auth/oauth2/callback/oidc?code=anything&state=anything'
    const response = await page.goto(answer)
    expect(response?.status()).toBe(400)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This sign-in is over')
    provider.is(DANA)
    await page.goto('/sign-in')
    const [back] = await Promise.all([
      page.waitForRequest(/\/callback\/oidc\?/),
      throughProvider(page).click(),
    ])
    await expect(page).toHaveURL(/\/w\/north-harbour$/)
    await page.goto(back.url())
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This sign-in is over')
    expect((await page.goto('/sign-in/provider/away'))?.status()).toBe(503)
    expect((await page.goto('/sign-in/provider/anything'))?.status()).toBe(404)
  })
})

test('a person connects the provider with the password, comes in through it, and takes it away', async ({
  page,
  connected: { provider },
}) => {
  provider.is({ sub: 'nina at work', email: 'nina@work.example', email_verified: true })
  await signIn(page, NEW)
  await page.goto('/account')
  await page.getByLabel('Password of this account').fill('not the password')
  await page.getByRole('button', { name: /^Connect / }).click()
  await expect(page.getByText('This is not your password.')).toBeVisible()
  await page.getByLabel('Password of this account').fill(NEW.password)
  await page.getByRole('button', { name: /^Connect / }).click()
  await expect(page.getByText('You sign in with it or with your password.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await throughProvider(page).click()
  await expect(page).toHaveURL(/\/w\/south-harbour$/)
  await page.goto('/account')
  await page.getByRole('button', { name: 'Disconnect' }).click()
  await expect(page.getByText('Not connected.')).toBeVisible()
})

test('an owner makes a password link for a member, and not for who is in workspaces of others', async ({
  page,
}) => {
  await signIn(page, OWNER)
  await page.goto('/w/north-harbour/members')
  await page.getByRole('button', { name: 'Password link for Dana' }).click()
  const link = await page.getByText(/\/reset#\S+/).textContent()
  await expectAccessible(page)
  await page.context().clearCookies()
  await page.goto('/method')
  await page.goto(link ?? '')
  await expect(page.getByLabel('Code of the link')).not.toHaveValue('')
  await page.getByLabel('Password').fill('a password for Dana')
  await page.getByRole('button', { name: 'Set password' }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
  await signIn(page, { email: DANA.email, password: 'a password for Dana' })
})

test('the log of all this names no address, no link and no secret', async ({
  connected: { output, provider },
}) => {
  expect(output()).toContain('a mail was not taken')
  expect(output()).not.toMatch(/@example\.org|@work\.example|\/reset#|\/confirm#|\/invite\/[\w-]{20}/)
  expect(output()).not.toContain(provider.settings.clientSecret)
})
