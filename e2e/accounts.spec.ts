import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Browser, Cookie, Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'
import { type Account, createOwner } from './people'
import { sendForm } from './send-form'

// One workspace grows from its first owner to three people; each step needs the one before.
test.describe.configure({ mode: 'serial' })

let OWNER: Account = { name: '', email: '', password: '' }
let HOME = ''
const EDITOR = { name: 'Eve Editor', email: 'eve@example.org', password: 'copper meadow quiet 77' }

test.beforeAll(async ({ baseURL }) => {
  const owner = await createOwner(baseURL)
  OWNER = owner
  HOME = `/w/${owner.workspace}`
  kept.set(owner.email, owner.cookies)
})

async function signIn(page: Page, { email, password }: { email: string; password: string }) {
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** A session is kept for the next test, so that each looks at its own matter. */
const kept = new Map<string, Cookie[]>()

const keep = async (page: Page, { email }: { email: string }) =>
  kept.set(email, await page.context().cookies())

async function enter(page: Page, person: { email: string; password: string }) {
  const cookies = kept.get(person.email)
  if (cookies) {
    await page.context().addCookies(cookies)
    await page.goto('/w')
  } else {
    await signIn(page, person)
  }
  await expect(page).toHaveURL(new RegExp(`${HOME}$`))
}

async function asSomebodyElse<T>(
  browser: Browser,
  baseURL: string | undefined,
  visit: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ ...(baseURL && { baseURL }) })
  try {
    return await visit(await context.newPage())
  } finally {
    await context.close()
  }
}

let invitation = ''

test('a wrong password and an unknown address are told the same', async ({ page }) => {
  const told: (string | null)[] = []
  for (const email of [OWNER.email, 'nobody@example.org']) {
    await signIn(page, { email, password: 'not the right words' })
    told.push(await page.getByRole('alert').filter({ hasText: /\S/ }).textContent())
    await expect(page.getByLabel('Email')).toHaveValue(email)
  }
  expect(new Set(told)).toEqual(new Set(['Email or password is wrong.']))
})

test('the sixth guess of a minute is 429 with when to try again, with and without script', async ({
  page,
  request,
  baseURL,
}) => {
  for (let guess = 1; guess <= 5; guess++) {
    await signIn(page, { email: 'guessed@example.org', password: 'not the right words' })
    await expect(page.getByText('Email or password is wrong.')).toBeVisible()
  }
  await signIn(page, { email: 'guessed@example.org', password: 'not the right words' })
  await expect(page.getByText(/Too many attempts\. Try again in \d+ seconds\./)).toBeVisible()
  const typed = { email: 'guessed@example.org', password: 'not the right words' }
  const headers = { origin: baseURL ?? '' }
  const plain = await sendForm(request, '/sign-in', 'Sign in', typed, { headers, expected: 429 })
  expect(Number(plain.headers()['retry-after'])).toBeGreaterThan(0)
  expect(await plain.text()).toContain('Too many attempts')
})

test('the owner signs in and invites somebody by a link that is shown once', async ({ page }) => {
  await enter(page, OWNER)
  await page.getByRole('navigation', { name: 'Workspace' }).getByRole('link', { name: 'Members' }).click()
  await page.getByLabel('Email').fill(EDITOR.email)
  await page.getByRole('button', { name: 'Create invitation' }).click()
  invitation =
    (await page
      .getByRole('status')
      .getByText(/\/invite\//)
      .textContent()) ?? ''
  expect(invitation).toMatch(/^http:\/\/localhost:\d+\/invite\/[\w-]{20,}$/)
  await expectAccessible(page)
  await page.reload()
  await expect(page.getByText(invitation)).toBeHidden()
})

test('the invited person joins with the invited address, and the link is used up', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto(invitation)
  await expect(page.getByText(EDITOR.email)).toBeVisible()
  await page.getByLabel('Name').fill(EDITOR.name)
  await page.getByLabel('Password').fill(EDITOR.password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page).toHaveURL(new RegExp(`${HOME}$`))
  await page.goto(`${HOME}/members`)
  await expect(page.getByText('editor', { exact: true })).toBeVisible()
  await keep(page, EDITOR)
  await asSomebodyElse(browser, baseURL, async (other) => {
    await other.goto(invitation)
    await expect(other.getByText('This invitation is over')).toBeVisible()
  })
})

test('an editor sees the members and manages none', async ({ page }) => {
  await enter(page, EDITOR)
  await page.goto(`${HOME}/members`)
  await expect(page.getByText(OWNER.email)).toBeVisible()
  await expect(page.getByRole('button', { name: /Remove|Change|Create invitation/ })).toHaveCount(0)
})

test('the last owner stays, and a changed role holds from the next request, after another sign-in', async ({
  page,
  browser,
  baseURL,
}) => {
  await enter(page, OWNER)
  await page.goto(`${HOME}/members`)
  await page.getByRole('combobox', { name: `Role of ${OWNER.name}` }).selectOption('viewer')
  await page.getByRole('button', { name: `Change the role of ${OWNER.name}` }).click()
  await expect(page.getByText('keeps at least one owner')).toBeVisible()
  await asSomebodyElse(browser, baseURL, async (other) => {
    await enter(other, EDITOR)
    await page.getByRole('combobox', { name: `Role of ${EDITOR.name}` }).selectOption('viewer')
    // The list shows what was chosen before the server has heard of it.
    const heard = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('button', { name: `Change the role of ${EDITOR.name}` }).click()
    await heard
    await other.reload()
    await expect(other).toHaveURL(/\/sign-in$/)
    kept.delete(EDITOR.email)
    await enter(other, EDITOR)
    await expect(other.getByText('viewer', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: `Remove ${EDITOR.name}` }).click()
    await expect(page.getByText(EDITOR.email)).toBeHidden()
    await other.reload()
    await expect(other).toHaveURL(/\/sign-in$/)
  })
})

test('whoever is not a member is sent to sign in, whether the workspace exists or not', async ({
  page,
  request,
}) => {
  for (const path of [
    HOME,
    `${HOME}/members`,
    `${HOME}/anything`,
    '/w/nowhere',
    '/w/nowhere/at/all',
    '/w/a%00b',
    '/w/demo',
    '/w',
    '/account',
  ]) {
    const response = await request.get(path, { maxRedirects: 0 })
    expect(response.status(), path).toBe(307)
    expect(response.headers()['location'], path).toBe('/sign-in')
  }
  await page.goto(HOME)
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
})

test('sessions are listed and ended one by one, and signing out ends this one', async ({
  page,
  browser,
  baseURL,
}) => {
  await enter(page, OWNER)
  await asSomebodyElse(browser, baseURL, async (other) => {
    await signIn(other, OWNER)
    await expect(other).toHaveURL(new RegExp(`${HOME}$`))
    await page.goto('/account')
    await expectAccessible(page)
    const before = await page.getByRole('button', { name: 'Sign out there' }).count()
    await page.getByRole('button', { name: 'Sign out there' }).first().click()
    await expect(page.getByRole('button', { name: 'Sign out there' })).toHaveCount(before - 1)
    await other.reload()
    await expect(other).toHaveURL(/\/sign-in$/)
  })
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
  await page.goto('/account')
  await expect(page).toHaveURL(/\/sign-in$/)
  kept.delete(OWNER.email)
})

test('who forgot the password gets a link from the person at the machine, and it works once', async ({
  page,
  baseURL,
}) => {
  const env = { ...process.env, FULLSCORE_DATA: '.build/e2e-data', PUBLIC_URL: baseURL, DATABASE_URL: '' }
  const command = (email: string) =>
    spawnSync('node', ['scripts/reset-link.mjs', email], { env, encoding: 'utf8' })
  expect(command('nobody@example.org')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('no account'),
  })
  const link = command(EDITOR.email).stdout.match(/http\S+\/reset#\S+/)?.[0] ?? ''
  EDITOR.password = 'seven slow ferries at dusk'
  for (const message of [/./, 'This link was used or has expired']) {
    await page.goto('/method')
    await page.goto(link)
    await expect(page.getByLabel('Code of the link')).not.toHaveValue('')
    await page.getByLabel('Password').fill(EDITOR.password)
    await page.getByRole('button', { name: 'Set password' }).click()
    if (typeof message === 'string') await expect(page.getByText(message)).toBeVisible()
    else await expect(page).toHaveURL(/\/sign-in$/)
  }
  await signIn(page, EDITOR)
  await expect(page).toHaveURL(/\/account$/)
})

test('a link to sign in and one with a secret are neither kept nor told to others', async ({ request }) => {
  for (const path of ['/setup', '/invite/anything']) {
    const headers = (await request.get(path)).headers()
    expect(headers['referrer-policy'], path).toBe('no-referrer')
    expect(headers['cache-control'], path).toContain('no-store')
  }
  expect(readFileSync('.build/e2e-server.log', 'utf8')).not.toContain(new URL(invitation).pathname)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('one signs in, is told what is wrong, and fits a phone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 })
    await signIn(page, { email: OWNER.email, password: 'wrong again and again' })
    await expect(page.getByText('Email or password is wrong.')).toBeVisible()
    await expect(page.getByLabel('Email')).toHaveValue(OWNER.email)
    await enter(page, OWNER)
    await page.waitForLoadState()
    await expectNoSidewaysScroll(page)
  })
})
