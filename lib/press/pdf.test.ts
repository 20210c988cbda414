import { describe, expect, test } from 'vitest'
import { reportPdf } from '@/lib/press/pdf'
import { outOfOrder, placesOf, readPdf, spaceless } from '@/lib/press/testing/read-pdf'
import { changedView, demoViews, wordsOf } from '@/lib/press/testing/reports'
import type { ReportView } from '@/lib/report/report-view'

async function pdfOf(view: ReportView): Promise<Uint8Array> {
  const made = await reportPdf(view)
  if (!made.ok) throw new Error(made.error)
  return made.value
}

describe.each(demoViews())('$slug', ({ view }) => {
  test('every word of the view stands in the file, in the order of the page', async () => {
    const { pages } = await readPdf(await pdfOf(view))
    const foot = spaceless(`${view.name} · agentic threat model · ${view.score} ${view.severity}`)
    const text = pages.map((page) => page.slice(0, page.lastIndexOf(foot))).join('')
    expect(outOfOrder(text, wordsOf(view))).toBeUndefined()
  })

  test('takes two or three pages, each with its number', async () => {
    const { pages } = await readPdf(await pdfOf(view))
    expect(pages.length).toBeGreaterThanOrEqual(2)
    expect(pages.length).toBeLessThanOrEqual(3)
    expect(placesOf(pages)).toEqual(pages.map((_, index) => `${index + 1}/${pages.length}`))
  })

  test('says what it is, and what each passage is', async () => {
    const { info, isTagged, roles, alts, bookmarks } = await readPdf(await pdfOf(view))
    expect(info).toMatchObject({ Title: view.title, Author: view.byline, Language: 'en' })
    expect(isTagged).toBe(true)
    for (const role of ['H1', 'H2', 'H3', 'P', 'Table', 'TR', 'TH', 'TD', 'L', 'LI', 'Figure', 'Link'])
      expect(roles, role).toContain(role)
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1)
    expect(alts.join()).toContain('L6 Security & Compliance')
    expect(bookmarks).toEqual([
      'How the score comes about',
      'Ten agentic risk factors',
      ...(view.detail?.factors ?? []).map(({ name, value }) => `${name} ${value}`),
      'Seven MAESTRO layers',
      ...(view.detail?.layers ?? []).map(({ id, name }) => `${id} ${name}`),
      'Method and provenance',
    ])
  })

  test('is the same file, byte for byte, each time', async () => {
    expect(Buffer.from(await pdfOf(view)).equals(await pdfOf(view))).toBe(true)
  })

  test('links where the page links', async () => {
    const { links } = await readPdf(await pdfOf(view))
    const evidence = (view.detail?.factors ?? []).flatMap((factor) =>
      factor.evidence.flatMap(({ url }) => url ?? []),
    )
    for (const url of [...evidence, view.links.method, view.links.twins?.json ?? ''])
      expect(links).toContain(url)
  })
})

test('an excerpt holds the summary and the score, and nothing of the factors or the layers', async () => {
  const view = changedView({ detail: null, description: null })
  const { text, bookmarks } = await readPdf(await pdfOf(view))
  const [whole] = demoViews()
  expect(
    outOfOrder(text, [view.name, view.score, view.severity, view.summary, view.citation]),
  ).toBeUndefined()
  for (const { narrative } of whole?.view.detail?.layers ?? [])
    expect(text).not.toContain(spaceless(narrative).slice(0, 24))
  for (const { name, rationale } of whole?.view.detail?.factors ?? []) {
    expect(text).not.toContain(spaceless(name))
    expect(text).not.toContain(spaceless(rationale ?? '').slice(0, 24))
  }
  expect(bookmarks).toEqual(['Method and provenance'])
})

test.each([
  [
    'the languages of Europe and Vietnam',
    'Größe, Łódź, Ελληνικά, Привет, Ґанок, Tiếng Việt, ﬁn, e\u0301tude',
  ],
  ['scripts that no font of ours has', '脅威モデル 위협 تهديد תוכנה ภัย'],
  ['pictures and their joints', '👩‍💻 🇩🇪 ❤️ 👍🏽'],
  ['arrows and signs', '1→2→3 ≤ ≥ ≠ ✓ ■ ◇'],
  ['halves of pairs, controls and marks of direction', 'a\u{D800}b\u{0}c\u{202E}d\u{FFFE}e\u{200B}f'],
])('whatever is written is set, and can be found: %s', async (_, words) => {
  const view = changedView({ name: words, summary: words }, () => `# ${words}\n\n\`${words}\` **${words}**`)
  const { text } = await readPdf(await pdfOf(view))
  const visible = spaceless(words)
    .replace(/[\p{Cc}\u{202E}\u{200B}]/gu, '')
    .replace(/[\p{Cs}\u{FFFE}]/gu, '\u{FFFD}')
  expect(text.split(visible).length - 1).toBeGreaterThanOrEqual(2)
})

test('an address that leads elsewhere than to the web or a mailbox is no link', async () => {
  const view = changedView(
    {},
    () =>
      '[a](javascript:alert(1)) [b](data:text/html,x) [c](file:///etc/passwd) <https://example.org/ä(b)> [d](https://[) [e](mailto:a@example.org)',
  )
  const [factor] = view.detail?.factors ?? []
  const evidence = ['javascript:alert(1)', 'file:///etc/passwd', 'nowhere'].map((url) => ({ text: url, url }))
  const hostile = {
    ...view,
    links: { ...view.links, method: 'javascript:alert(2)' },
    detail: view.detail && factor ? { ...view.detail, factors: [{ ...factor, evidence }] } : null,
  }
  const { links } = await readPdf(await pdfOf(hostile))
  for (const url of links) expect(url).toMatch(/^(https?:\/\/|mailto:)[\x21-\x7e]+$/)
  expect(links).toContain('https://example.org/%C3%A4(b)')
  expect(links).toContain('mailto:a@example.org')
})

test('a report at all of its limits lets others go on, and stops when nobody waits any more', async () => {
  const view = changedView({ name: 'n'.repeat(120) }, () => '- a\n'.repeat(5_000))
  let turns = 0
  const others = setInterval(() => {
    turns += 1
  }, 0)
  const made = await reportPdf(view, () => turns > 3)
  clearInterval(others)
  expect(made).toEqual({ ok: false, error: 'stopped' })
})
