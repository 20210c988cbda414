import { expect, test } from 'vitest'
import { FULL_DOCUMENT } from '@/lib/assessment/testing/drafts'
import { publicPlace } from '@/lib/report/addresses'
import { oembedOf, slugInAddress } from '@/lib/report/oembed'
import { reportView } from '@/lib/report/report-view'
import { publishedOf } from '@/lib/report/testing/reports'

const publicUrl = 'https://scores.example.org'
const answer = (mayFrame: boolean, room = {}, name = FULL_DOCUMENT.name) =>
  oembedOf(reportView(publishedOf({ ...FULL_DOCUMENT, name }), publicUrl, publicPlace('pilot')), {
    slug: 'pilot',
    publicUrl,
    mayFrame,
    room,
  })

const COMMON = {
  version: '1.0',
  title: 'Harbour pilot: agentic threat model · 7.9 High',
  author_name: 'An author',
  provider_name: 'Fullscore',
  provider_url: 'https://scores.example.org/',
}
const THUMBNAIL = {
  thumbnail_url: 'https://scores.example.org/agents/pilot/threat-model/1/og.png',
  thumbnail_width: 1200,
  thumbnail_height: 630,
}

test('where the card may be shown, the answer holds the frame with it', () => {
  expect(answer(true)).toEqual({
    type: 'rich',
    ...COMMON,
    ...THUMBNAIL,
    width: 480,
    height: 240,
    html: '<iframe src="https://scores.example.org/agents/pilot/threat-model/embed" title="Harbour pilot: agentic threat model · 7.9 High" width="480" height="240" loading="lazy" style="border:0;max-width:100%"></iframe>',
  })
})

test('where it may not, the answer is a link with the picture', () => {
  expect(answer(false)).toEqual({ type: 'link', ...COMMON, ...THUMBNAIL })
})

test.each<[{ maxwidth?: number; maxheight?: number }, string, number | undefined]>([
  [{ maxwidth: 300 }, 'rich', 300],
  [{ maxwidth: 280, maxheight: 240 }, 'rich', 280],
  [{ maxwidth: 279 }, 'link', undefined],
  [{ maxheight: 239 }, 'link', undefined],
  [{ maxwidth: 5_000 }, 'rich', 480],
])('nothing is larger than the room of %j', (room, type, width) => {
  const given = answer(true, room)
  expect(given).toMatchObject({ type, ...(width !== undefined && { width }) })
  expect(Object.hasOwn(given, 'thumbnail_url')).toBe(
    (room.maxwidth ?? 9_999) >= 1200 && room.maxheight === undefined,
  )
})

test('a name cannot leave the attribute that it stands in', () => {
  const html = String(answer(true, {}, '"><script>alert(1)</script>')['html'])
  expect(html).not.toMatch(/<script|"><s/)
  expect(html.match(/[<>]/g)).toHaveLength(4)
})

test.each([
  ['/agents/pilot', 'pilot'],
  ['/agents/pilot/threat-model', 'pilot'],
  ['/agents/pilot/threat-model/3?utm=x#L1', 'pilot'],
  ['/agents/pilot/threat-model.json', undefined],
  ['/agents/../pilot', undefined],
  ['/', undefined],
])('the address %s is about %s', (path, slug) =>
  expect(slugInAddress(publicUrl + path, publicUrl)).toBe(slug),
)

test('an address of another host is about nobody here', () => {
  for (const address of [
    'https://scores.example.org.evil.example/agents/pilot',
    'javascript:1',
    '/agents/pilot',
  ])
    expect(slugInAddress(address, publicUrl)).toBeUndefined()
})
