import { describe, expect, test } from 'vitest'
import { renderReport } from '@/components/report/render'
import { FULL_DOCUMENT } from '@/lib/assessment/testing/drafts'
import { membersPlace, publicPlace, type ReportPlace, sharedPlace } from '@/lib/report/addresses'
import { reportView } from '@/lib/report/report-view'
import { publishedOf } from '@/lib/report/testing/reports'

const PUBLIC_URL = 'https://scores.example.org'
const TOKEN = 'Zk3v9QpL2mZk3v9QpL2m'
const render = (place: ReportPlace, document = FULL_DOCUMENT) =>
  renderReport(reportView(publishedOf(document), PUBLIC_URL, place))

const attribute = (tag: string, name: string) => tag.match(new RegExp(` ${name}="([^"]*)"`))?.[1]
const metaOf = (html: string) =>
  Object.fromEntries(
    (html.match(/<meta [^>]*>/g) ?? []).map((tag) => [
      attribute(tag, 'property') ?? attribute(tag, 'name'),
      attribute(tag, 'content'),
    ]),
  )

describe('what a preview of a link shows', () => {
  test('of a public report: its title, score and picture, all under the public address', async () => {
    const html = await render(publicPlace('pilot'))
    const image = `${PUBLIC_URL}/agents/pilot/threat-model/1/og.png`
    expect(metaOf(html)).toMatchObject({
      'og:site_name': 'Fullscore',
      'og:title': 'Harbour pilot: agentic threat model · 7.9 High',
      'og:url': `${PUBLIC_URL}/agents/pilot/threat-model`,
      'og:image': image,
      'og:image:width': '1200',
      'og:image:height': '630',
      'og:image:alt': 'Harbour pilot: agentic threat model: 7.9 High',
      'twitter:card': 'summary_large_image',
    })
    const url = encodeURIComponent(`${PUBLIC_URL}/agents/pilot/threat-model/1`)
    expect(html).toContain(
      `type="application/json+oembed" href="${PUBLIC_URL}/agents/pilot/threat-model/oembed?url=${url}&amp;format=json"`,
    )
  })

  test.each(['whole', 'without-evidence', 'summary'] as const)(
    'of a shared link (%s): nothing but what stands under that link',
    async (sections) => {
      const html = await render(sharedPlace(TOKEN, sections))
      const { 'og:url': url, 'og:image': image } = metaOf(html)
      expect([url, image]).toEqual([`${PUBLIC_URL}/r/${TOKEN}`, `${PUBLIC_URL}/r/${TOKEN}/og.png`])
      expect(html).not.toMatch(/oembed|\/agents\/|\/w\//)
    },
  )

  test('of a page for members: no picture, which nobody else could fetch', async () => {
    const html = await render(membersPlace('a-team', 'pilot'))
    expect(html).not.toMatch(/og:image|oembed/)
  })
})
