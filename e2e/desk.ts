import { expect, type Locator, type Page } from '@playwright/test'
import type { Present } from './people'

/** A new agent on the desk, as a person comes to it; where its editor is. */
export async function startAgent({ page, workspace }: Present, name = 'Mail agent'): Promise<string> {
  await page.goto(`/w/${workspace}/agents/new`)
  await page.getByLabel('Name', { exact: true }).first().fill(name)
  await page.getByRole('button', { name: 'Create agent' }).first().click()
  await page.waitForURL(/\/edit$/)
  await expectSaved(page)
  return new URL(page.url()).pathname
}

/** The line beside the score, in the words that a person reads there. */
export const saveState = (page: Page, word: string): Locator =>
  page.locator('[data-desk] b', { hasText: new RegExp(`^${word}$`) })

export const expectSaved = (page: Page): Promise<void> => expect(saveState(page, 'Saved')).toBeVisible()
