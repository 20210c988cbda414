import type { Browser, Page } from '@playwright/test'

/** How many bytes of script, as they come over the wire, a first visit of a page fetches until it rests. */
export async function scriptBytes(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const counted = countScript(page)
  await page.goto(url, { waitUntil: 'networkidle' })
  const bytes = await counted()
  await context.close()
  return bytes
}

/** Counts from now on; the answer is what came until it is asked for. */
export function countScript(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      sizes.push(
        response
          .request()
          .sizes()
          .then(({ responseBodySize }) => responseBodySize),
      )
  })
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
