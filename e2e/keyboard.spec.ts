import type { Locator, Page } from '@playwright/test'
import { expectSaved } from './desk'
import { expect, test } from './people'

const TABS_MAX = 400

/** Goes from control to control, as somebody without a mouse does, until this one has the focus. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const one = await target.elementHandle()
  for (let presses = 0; presses < TABS_MAX; presses += 1) {
    if (await one?.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`The key ${key} does not lead to ${target}`)
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

async function type(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.type(text)
}

test('from a new agent to a listed report with the keyboard alone', async ({
  owner: { page, workspace },
}) => {
  test.setTimeout(180_000)
  await page.goto(`/w/${workspace}/agents`)
  await press(page, page.getByRole('link', { name: 'New agent' }).first())
  await page.waitForURL(/\/new$/)
  const name = `Keyboard agent ${workspace.slice(-8)}`
  await type(page, page.getByLabel('Name', { exact: true }).first(), name)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/edit$/)
  await expectSaved(page)

  await type(page, page.getByLabel('Summary'), 'It can do a lot, and was described without a mouse.')
  await type(page, page.getByLabel('CVSS base score or vector'), '8.5')
  for (const slider of await page.getByRole('slider').all()) {
    await tabTo(page, slider)
    await page.keyboard.press('PageUp')
    await page.keyboard.press('ArrowRight')
  }
  for (let layer = 1; layer <= 7; layer += 1) {
    await tabTo(page, page.getByRole('tab', { selected: true }), layer > 1 ? 'Shift+Tab' : 'Tab')
    if (layer > 1) await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('tab', { selected: true })).toHaveId(`layer-L${layer}`)
    await tabTo(page, page.getByRole('radio', { name: /^Mapped/ }))
    await page.keyboard.press('Space')
    await type(
      page,
      page.getByLabel(`Narrative of L${layer}, in Markdown`),
      `What can happen at **L${layer}**.`,
    )
  }
  await expect(page.getByText('Nothing is missing.')).toBeVisible()
  await press(page, page.getByRole('button', { name: 'Publish' }))
  await page.waitForURL(/\/publish$/)

  await type(page, page.getByLabel('Note'), 'The first one.')
  await press(page, page.getByRole('button', { name: 'Publish' }))
  await page.waitForURL(/\/agents\/keyboard-agent-[\w-]+$/)
  await tabTo(page, page.getByLabel('Public name'))
  await page.keyboard.press('Enter')
  await press(page, page.getByRole('link', { name: 'Open it in the library' }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
})
