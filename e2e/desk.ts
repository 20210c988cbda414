import { expect, type Locator, type Page, type Response } from '@playwright/test'
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

/** An editor that has looked whether the page it was sent with is still what is stored. */
export async function openEditor(page: Page, address: string): Promise<void> {
  const isLook = (response: Response) => /\/drafts\/[\w-]+$/.test(response.url())
  await Promise.all([page.waitForResponse(isLook), page.goto(address)])
}

/** The line beside the score, in the words that a person reads there. */
export const saveState = (page: Page, word: string): Locator =>
  page.locator('[data-desk] b', { hasText: new RegExp(`^${word}$`) })

export const expectSaved = (page: Page): Promise<void> => expect(saveState(page, 'Saved')).toBeVisible()
