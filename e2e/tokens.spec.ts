import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { APIResponse } from '@playwright/test'
import { newToken } from '../lib/access/token-text'
import { DRAFT_EXAMPLE, SCORE_EXAMPLE } from '../lib/http/openapi-examples'
import { expectAccessible, expectNoSidewaysScroll, freshAddress, SCHEMES, WIDTHS } from './fixtures'
import { expect, openApi, test } from './people'
import { sendForm } from './send-form'
import { bearer, createToken, TOKEN } from './tokens'

test('an owner makes a token, is told what has to be put right, and sees it once', async ({
  owner: { page, workspace, name },
}) => {
  await page.goto(`/w/${workspace}`)
  await page.getByRole('navigation', { name: 'Workspace' }).getByRole('link', { name: 'Tokens' }).click()
  await expect(page.getByText('No tokens yet.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'reference of the API' })).toHaveAttribute('href', '/docs/api')
  await page.getByRole('checkbox', { name: 'read' }).uncheck()
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByText('Name the program that will hold the token.')).toBeVisible()
  await page.getByLabel('Name').fill('Nightly pipeline')
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByText('Choose at least one.')).toBeVisible()
  await expect(page.getByLabel('Name')).toHaveValue('Nightly pipeline')
  await expectAccessible(page)
  await page.getByRole('checkbox', { name: 'read' }).check()
  await page.getByRole('checkbox', { name: 'write' }).check()
  await page.getByLabel('Expiry').selectOption('In 90 days')
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'it is not shown again' })).toBeVisible()
  const token = (await page.getByText(TOKEN).first().textContent()) ?? ''
  await expect(page.getByLabel('Name')).toHaveValue('')
  await expect(page.getByText(`curl -H 'Authorization: Bearer ${token}'`)).toBeVisible()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy token' }).click()
  await expect(page.getByText('Copied.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(token)
  const row = page.getByRole('region', { name: 'API tokens' }).getByRole('listitem')
  await expect(row).toContainText(`Nightly pipeline …${token.slice(-4)}`)
  await expect(row).toContainText('read, write')
  await expect(row).toContainText(`Created by ${name} on`)
  await expect(row).toContainText('Last used: never')
  for (const width of WIDTHS)
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 900 })
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
  await page.reload()
  await expect(row).toContainText('Nightly pipeline')
  expect(await page.content()).not.toContain(token)
})

test('only owners are offered tokens, and only they find them', async ({ owner: { workspace }, join }) => {
  const editor = await join('editor')
  await editor.page.goto(`/w/${workspace}`)
  const places = editor.page.getByRole('navigation', { name: 'Workspace' })
  await expect(places.getByRole('link', { name: 'Members' })).toBeVisible()
  await expect(places.getByRole('link', { name: 'Tokens' })).toHaveCount(0)
  expect((await editor.page.request.get(`/w/${workspace}/tokens`)).status()).toBe(404)
})

test('a token goes with its maker, and the list says when its maker may do less', async ({
  owner,
  join,
  act,
}) => {
  const { page, workspace } = owner
  const second = await join('owner', 'Olaf Owner')
  await createToken(await act(second), workspace, ['read', 'audit'], 'Of the second owner')
  const api = await act(owner)
  const members = `/w/${workspace}/members`
  await sendForm(api, members, `Change the role of ${second.name}`, { role: 'viewer' })
  await page.goto(`/w/${workspace}/tokens`)
  const row = page.getByRole('listitem').filter({ hasText: 'Of the second owner' })
  await expect(row).toContainText(`Created by ${second.name} on`)
  await expect(row).toContainText(`${second.name} is a viewer now: audit opens nothing.`)
  await expectAccessible(page)
  await sendForm(api, members, `Remove ${second.name}`)
  await page.reload()
  await expect(page.getByText('No tokens yet.')).toBeVisible()
})

test('a token works without script, and with the keyboard alone', async ({ owner, browser, baseURL }) => {
  const context = await browser.newContext({ ...(baseURL && { baseURL }), javaScriptEnabled: false })
  await context.addCookies(owner.cookies)
  const page = await context.newPage()
  await page.goto(`/w/${owner.workspace}/tokens`)
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByText('Name the program that will hold the token.')).toBeVisible()
  await page.getByLabel('Name').focus()
  await page.keyboard.type('By keyboard')
  for (const key of ['Tab', 'Tab', 'Space', 'Tab', 'Tab', 'Tab', 'Enter']) await page.keyboard.press(key)
  await expect(page.getByText(TOKEN).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Copy token' })).toBeHidden()
  const row = page.getByRole('region', { name: 'API tokens' }).getByRole('listitem')
  await expect(row).toContainText('read, write')
  await row.getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText('No tokens yet.')).toBeVisible()
  await context.close()
})

test('a token acts from the moment it is made to the moment it is revoked, and is kept nowhere', async ({
  owner,
  act,
  baseURL,
}) => {
  const { page, workspace, name } = owner
  const api = await act(owner)
  const { token } = await createToken(api, workspace, ['read', 'write', 'audit'], 'CI')
  const program = await openApi(baseURL, [], bearer(token))
  const made = await program.post('/api/v1/agents', { data: DRAFT_EXAMPLE })
  expect(made.status()).toBe(201)
  expect(made.headers()['ratelimit-policy']).toBe('"writes";q=300;w=60')
  expect(made.headers()['ratelimit']).toMatch(/^"writes";r=299;t=(60|59)$/)
  const read = await program.get('/api/v1/agents')
  expect([read.status(), read.headers()['ratelimit']]).toEqual([200, undefined])
  await page.goto(`/w/${workspace}/audit`)
  await expect(page.getByText(`${name}, with the token “CI”, made Mail assistant`)).toBeVisible()
  await page.goto(`/w/${workspace}/tokens`)
  const row = page.getByRole('region', { name: 'API tokens' }).getByRole('listitem')
  await expect(row).toContainText(/Last used: \d+ \w+ \d{4}, \d\d:\d\d UTC/)
  expect(await page.content()).not.toContain(token)
  await row.getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText('No tokens yet.')).toBeVisible()
  const refused = await program.get('/api/v1/agents')
  expect([refused.status(), refused.headers()['www-authenticate']]).toEqual([
    401,
    'Bearer realm="fullscore", error="invalid_token"',
  ])
  await program.dispose()
  const log = await (await api.get(`/w/${workspace}/audit.csv`)).text()
  expect(log).toContain('with the token “CI”')
  for (const kept of [log, readFileSync('.build/e2e-server.log', 'utf8')]) expect(kept).not.toContain(token)
})

test('the line beside a new token works as it stands, whatever the token opens', async ({
  owner,
  act,
  request,
}) => {
  const api = await act(owner)
  for (const [scope, status] of [
    ['read', 200],
    ['audit', 200],
    ['write', 201],
  ] as const) {
    const answer = await sendForm(api, `/w/${owner.workspace}/tokens`, 'Create token', {
      name: `May ${scope}`,
      [scope]: 'on',
      expiry: '7',
    })
    const shown = /<code>curl ([^<]+)<\/code>/.exec(await answer.text())?.[1] ?? ''
    const line = shown.replaceAll('&#x27;', "'").replaceAll('&quot;', '"')
    const url = /'(http[^']+)'$/.exec(line)?.[1] ?? ''
    const data = / -d '([^']+)'/.exec(line)?.[1]
    const headers = Object.fromEntries(
      [...line.matchAll(/-H '([^:]+): ([^']+)'/g)].map(([, key = '', value = '']) => [key, value]),
    )
    const sent = data === undefined ? request.get(url, { headers }) : request.post(url, { headers, data })
    expect((await sent).status(), line.replace(TOKEN, '…')).toBe(status)
  }
})

test('of 301 writes of one token within a minute 300 pass, from whatever address', async ({
  owner,
  act,
  baseURL,
}) => {
  const { token } = await createToken(await act(owner), owner.workspace, ['write'])
  const programs = await Promise.all(Array.from({ length: 7 }, () => openApi(baseURL, [], bearer(token))))
  const path = `/api/v1/shares/${randomUUID()}`
  const answers: APIResponse[] = []
  for (let round = 0; round < 43; round++)
    answers.push(...(await Promise.all(programs.map((program) => program.delete(path)))))
  expect(answers).toHaveLength(301)
  const refused = answers.filter((answer) => answer.status() === 429)
  expect(answers.filter((answer) => answer.status() === 404)).toHaveLength(300)
  expect(refused).toHaveLength(1)
  const headers = refused[0]?.headers() ?? {}
  const seconds = headers['retry-after']
  expect(headers['ratelimit']).toBe(`"writes";r=0;t=${seconds}`)
  // Reading is not limited, and neither is the public calculation.
  expect((await programs[0]?.get('/api/v1/agents'))?.status()).toBe(403)
  expect((await programs[0]?.post('/api/v1/score', { data: SCORE_EXAMPLE }))?.status()).toBe(200)
  for (const program of programs) await program.dispose()
})

test('who guesses tokens is told to wait, and who shares the address with a token that works is not', async ({
  owner,
  act,
  baseURL,
}) => {
  const { token } = await createToken(await act(owner), owner.workspace, ['read'])
  const address = { 'x-forwarded-for': freshAddress() }
  const show = async (shown: string) => {
    const program = await openApi(baseURL, [], { ...bearer(shown), ...address })
    const answer = await program.get('/api/v1/agents')
    await program.dispose()
    return answer
  }
  const statuses: number[] = []
  for (let times = 0; times < 31; times++) statuses.push((await show(newToken())).status())
  expect(statuses).toEqual([...Array(30).fill(401), 429])
  expect(Number((await show(newToken())).headers()['retry-after'])).toBeGreaterThan(0)
  expect((await show(`${token}x`)).status()).toBe(401)
  expect((await show(token)).status()).toBe(200)
})
