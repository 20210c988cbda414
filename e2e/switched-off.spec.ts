import { expect, expectAccessible, test } from './fixtures'

test('without mail and provider there is no sign-up, nothing leads away, and it is said whom to ask', async ({
  page,
  request,
  baseURL,
}) => {
  for (const path of ['/sign-up', '/sign-up/confirm', '/sign-in/provider/away'])
    expect((await request.get(path)).status(), path).toBe(404)
  expect((await request.get('/api/auth/oauth2/callback/oidc?code=a&state=b')).status()).toBe(404)
  const headers = { origin: baseURL ?? '' }
  expect((await request.post('/sign-in/provider', { headers })).status()).toBe(404)
  const policy = (await page.goto('/sign-in'))?.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("form-action 'self';")
  await expect(page.getByRole('link', { name: 'Create an account' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Sign in with/ })).toHaveCount(0)
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await expect(page.getByText('npm run reset-link')).toBeVisible()
  await expect(page.getByLabel('Email')).toHaveCount(0)
  await expectAccessible(page)
})
