import { expect, test } from './fixtures'

const DIGITALOCEAN =
  '/calculator?formula=aivss-0.8&factorSet=goal-planning&cvss=9.1&threatMultiplier=1.10&mitigationFactor=1.00&autonomy=0.80&goalPlanning=0.60&selfModification=0.00&toolUse=0.90&memory=0.10&context=0.40&identity=0.50&multiAgent=0.30&nonDeterminism=0.50&opacity=0.40'

test('a slider moves score, derivation and address at once, and the server agrees', async ({ page }) => {
  await page.goto(DIGITALOCEAN)
  const outcome = page.getByRole('region', { name: 'Score under AIVSS 0.8' })
  await expect(outcome).toContainText('9.5')
  await page.getByRole('slider', { name: 'Autonomy of Action' }).press('Home')
  await expect(outcome).toContainText('0.3663')
  await expect(page).toHaveURL(/autonomy=0\.00/)
  await expect(outcome).toContainText('The server computes the same: 9.5 Critical.')
  await page.reload()
  await expect(page.getByRole('slider', { name: 'Autonomy of Action' })).toHaveValue('0')
})

test('sliders move by keys in the steps of the rubric, and every hundredth can be typed', async ({
  page,
}) => {
  await page.goto('/calculator')
  const slider = page.getByRole('slider', { name: 'Persistent Memory' })
  await slider.focus()
  await page.keyboard.press('ArrowRight')
  await expect(slider).toHaveAttribute('aria-valuetext', '0.55')
  await page.keyboard.press('PageUp')
  await expect(slider).toHaveAttribute('aria-valuetext', '0.65')
  await page.keyboard.press('End')
  await expect(slider).toHaveAttribute('aria-valuetext', '1.00')
  await page.keyboard.press('ArrowRight')
  await expect(slider).toHaveAttribute('aria-valuetext', '1.00')
  await page.getByRole('group', { name: 'Persistent Memory' }).getByLabel('Typed value').fill('0.83')
  await expect(slider).toHaveAttribute('aria-valuetext', '0.83')
})

test('the three formulas stand side by side with their severities', async ({ page }) => {
  await page.goto(DIGITALOCEAN)
  const rows = page.getByRole('table', { name: 'The three formulas side by side' }).getByRole('row')
  await expect(rows).toHaveText([/AIVSS 0\.8.*9\.5.*Critical/, /floor.*9\.5.*Critical/, /0\.5.*7\.5.*High/])
})

test('a vector gives the base, and what is wrong with one is said beside it', async ({ page }) => {
  await page.goto('/calculator')
  const cvss = page.getByLabel('CVSS base score or vector')
  await cvss.fill('CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:A/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H')
  await expect(page.getByText('(10 − 9.4)')).toBeVisible()
  await cvss.fill('CVSS:4.0/AV:N/AC:L')
  await expect(page.locator('#cvss-issue')).toContainText('lacks')
  await expect(cvss).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText('No score yet:')).toBeVisible()
  await cvss.fill('7.1')
  await expect(page.getByText('No score yet:')).toBeHidden()
})

test('a value off the published list is allowed and marked', async ({ page }) => {
  await page.goto('/calculator')
  await page.getByLabel('Threat multiplier T, another value').pressSequentially('1.10')
  await expect(page.getByLabel('Threat multiplier T, another value')).toHaveValue('1.10')
  await expect(page.getByRole('list', { name: 'Notices' })).toContainText('1.10 is off the published list')
  await page.getByRole('radio', { name: /0\.50 Unreported/ }).check()
  await expect(page.getByRole('list', { name: 'Notices' })).not.toContainText('off the published list')
})

test('the other factor set swaps one factor and keeps the nine', async ({ page }) => {
  await page.goto(DIGITALOCEAN)
  await page.getByRole('radio', { name: /Natural Language/ }).check()
  await expect(page.getByRole('slider', { name: 'Natural Language Interface' })).toBeVisible()
  await expect(page.getByRole('slider', { name: 'Goal-Driven Planning' })).toBeHidden()
  await expect(page.getByRole('slider', { name: 'Dynamic Tool Use' })).toHaveValue('0.9')
})

test('an unreachable server is said, and the figure stays', async ({ page }) => {
  await page.goto(DIGITALOCEAN)
  await page.route('**/api/v1/score', (route) => route.fulfill({ status: 503, body: '{}' }))
  await page.getByRole('slider', { name: 'Autonomy of Action' }).press('Home')
  await expect(page.getByText('Computed here; the server could not be asked.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Score under AIVSS 0.8' })).toContainText('9.4')
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the form is sent and the server fills in the outcome', async ({ page }) => {
    await page.goto(DIGITALOCEAN)
    await expect(page.getByText('The server computes the same: 9.5 Critical.')).toBeVisible()
    await page.getByLabel('CVSS base score or vector').fill('8.5')
    await page.getByRole('radio', { name: 'Another value' }).first().check()
    await page.getByLabel('Threat multiplier T, another value').fill('1.00')
    await page.getByRole('slider', { name: 'Autonomy of Action' }).fill('0.3')
    await page.getByRole('button', { name: 'Compute the score' }).click()
    await expect(page.getByText('(10 − 8.5) × 4/10 × 1')).toBeVisible()
    await expect(page).toHaveURL(/cvss=8\.5/)
  })
})
