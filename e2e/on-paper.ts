import type { Page } from '@playwright/test'
import { expect, expectNoSidewaysScroll } from './fixtures'

/** A4 between its margins at 96 pixels an inch, upright and across. */
const PAPERS = [718, 1_047] as const

/** A comparison without its controls, every column of every table inside the paper, and what was folded open. */
export async function expectComparisonOnPaper(page: Page, names: readonly string[]): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  for (const width of PAPERS) {
    await page.setViewportSize({ width, height: 1_000 })
    for (const control of ['Find', 'Explain'])
      await expect(page.getByRole('button', { name: control })).toBeHidden()
    await expect(page.getByRole('link', { name: /^(Move|Remove) / })).toHaveCount(0)
    await expect(page.getByRole('navigation')).toHaveCount(0)
    for (const label of [
      'Scores and what they are made of',
      'Factors by agent',
      'Certainty by layer and agent',
    ])
      for (const name of names) {
        const head = page.getByRole('region', { name: label }).getByRole('columnheader', { name })
        const box = await head.boundingBox()
        expect((box?.x ?? width) + (box?.width ?? width), `${name} in ${label}`).toBeLessThanOrEqual(width)
      }
    const narratives = page.locator('[data-unfolded-on-paper]').getByRole('article')
    await expect(narratives).toHaveCount(7 * names.length)
    for (const narrative of await narratives.all()) await expect(narrative).toBeVisible()
    await expectNoSidewaysScroll(page)
  }
  await page.emulateMedia({ media: null })
}
