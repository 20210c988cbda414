import type { Browser, Page } from '@playwright/test'
import type { Desk } from '@/scripts/bench/desk'

const VIEW = { viewport: { width: 1280, height: 900 } }

/** The editor with the full document, once it takes keys. */
export async function openEditor(browser: Browser, { edit, session }: Desk): Promise<Page> {
  const page = await browser.newPage({ ...VIEW, storageState: session })
  await page.goto(edit)
  await page.locator('fieldset[data-desk]:enabled').waitFor()
  return page
}

/** A page of the same server with nothing on it but this: what the browser itself needs. */
export async function openBare(browser: Browser, { url }: Desk, body: string): Promise<Page> {
  const page = await browser.newPage(VIEW)
  await page.goto(`${url}/api/health/live`)
  await page.setContent(body)
  return page
}
