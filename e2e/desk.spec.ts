import { expectSaved, startAgent } from './desk'
import { expect, test } from './people'

test('who comes back with the button of the browser sees what they have written', async ({ owner }) => {
  const { page } = owner
  await startAgent(owner)
  await page.getByLabel('Summary').fill('Reads and answers mail.')
  await page.getByRole('link', { name: 'To the agent' }).click()
  await page.waitForURL(/\/agents\/[\w-]+$/)
  await page.goBack()
  await expect(page.getByLabel('Summary')).toHaveValue('Reads and answers mail.')
  await expectSaved(page)
})

test('undo leaves whoever writes a narrative or a number where they write', async ({ owner }) => {
  const { page } = owner
  await startAgent(owner)
  for (const field of [
    page.getByLabel('Narrative of L1, in Markdown'),
    page.getByLabel('Typed value, 0.00 to 1.00').first(),
  ]) {
    await field.fill('0.5')
    await page.keyboard.press('Control+z')
    await expect(field).toHaveValue('')
    // What an undo does to the focus it does in the next frame.
    await page.evaluate(() => new Promise(requestAnimationFrame))
    await expect(field).toBeFocused()
  }
})

test('publishing leads to what cannot be stored yet, and not past it', async ({ owner }) => {
  const { page } = owner
  const address = await startAgent(owner)
  await page.getByLabel('Home page').fill('https:/')
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByLabel('Home page')).toBeFocused()
  expect(new URL(page.url()).pathname).toBe(address)
})

test('a field that takes the focus is in view at once, and the page stays there for whoever goes on to the bar', async ({
  owner,
}) => {
  const { page } = owner
  await startAgent(owner)
  const isInView = await page.getByLabel('Home page').evaluate((field) => {
    field.focus()
    return field.getBoundingClientRect().bottom <= window.innerHeight
  })
  expect(isInView).toBe(true)
  const place = await page.evaluate(() => window.scrollY)
  expect(place).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Publish' }).focus()
  expect(await page.evaluate(() => window.scrollY)).toBe(place)
})
