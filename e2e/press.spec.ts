import { readPdf, spaceless } from '@/lib/press/testing/read-pdf'
import { DEMO_SLUGS, expect, test } from './fixtures'

const report = (slug: string) => `/agents/${slug}/threat-model`

for (const slug of DEMO_SLUGS) {
  test(`${slug}: the PDF and what a browser prints say the same, in the same order`, async ({
    page,
    request,
  }) => {
    const response = await request.get(`${report(slug)}.pdf`)
    expect(response.status()).toBe(200)
    const file = await readPdf(await response.body())
    await page.goto(report(slug))
    const printed = await readPdf(await page.pdf({ preferCSSPageSize: true }))
    const headings = await page.getByRole('heading').allInnerTexts()
    expect(headings.length).toBeGreaterThanOrEqual(16)
    for (const text of [file.text, printed.text]) expect(inOrder(text, headings)).toEqual(headings)
    expect(wordsOf(file.words)).toEqual(wordsOf(printed.words))
  })

  test(`${slug}: has a picture for previews`, async ({ request }) => {
    const response = await request.get(`${report(slug)}/og.png`)
    expect(response.status()).toBe(200)
    expect(response.headers()['content-type']).toBe('image/png')
    const png = await response.body()
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
  })
}

test('the PDF is shown in the browser, and has a name of its own when it is kept', async ({ request }) => {
  const response = await request.get(`${report('azure-mcp-server-mcp')}/1.pdf`)
  expect(response.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'cache-control': 'public, no-cache',
    'content-disposition':
      'inline; filename="Azure MCP Server threat model_ revision 1.pdf"; filename*=UTF-8\'\'Azure%20MCP%20Server%20threat%20model%2C%20revision%201.pdf',
  })
  const again = await request.get(`${report('azure-mcp-server-mcp')}.pdf`)
  expect((await again.body()).equals(await response.body())).toBe(true)
})

test('twenty who ask for the PDF at once get it, or are told to come again', async ({ request }) => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => request.get(`${report('azure-mcp-server-mcp')}.pdf`)),
  )
  const refused = answers.filter((answer) => answer.status() !== 200)
  expect(refused.length).toBeLessThan(20)
  for (const answer of refused) {
    expect(answer.status()).toBe(503)
    expect(answer.headers()).toMatchObject({ 'retry-after': '3', 'content-type': 'application/problem+json' })
    expect((await answer.json()).detail).toBe(
      'Two PDFs are being made right now and more are waiting. Try again in 3 seconds.',
    )
  }
  expect((await request.get(`${report('azure-mcp-server-mcp')}.pdf`)).status()).toBe(200)
})

test('a PDF or a picture of what nobody may read is 404', async ({ request }) => {
  for (const path of [
    'nobody/threat-model.pdf',
    'nobody/threat-model/og.png',
    'azure-mcp-server-mcp/threat-model/2.pdf',
  ])
    expect((await request.get(`/agents/${path}`)).status(), path).toBe(404)
})

/** The headings that follow each other in the text. */
function inOrder(text: string, headings: readonly string[]): readonly string[] {
  let from = 0
  return headings.filter((heading) => {
    const at = text.indexOf(spaceless(heading), from)
    if (at !== -1) from = at + spaceless(heading).length
    return at !== -1
  })
}

/** Each word once; numbers of pages are none, and the vector is one that each breaks where it wants. */
const wordsOf = (words: string): readonly string[] =>
  [
    ...new Set(
      words
        .normalize('NFKC')
        .replace(/FULLSCORE:1.*?(?=How)/s, '')
        .match(/[\p{L}\p{M}]{2,}|\d+\.\d+/gu),
    ),
  ].sort()
