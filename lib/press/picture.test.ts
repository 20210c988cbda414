import { expect, test } from 'vitest'
import { SEVERITIES } from '@/lib/aivss/severity'
import { reportPicture } from '@/lib/press/picture'
import { pictureSvg } from '@/lib/press/picture-svg'
import { changedView, demoViews } from '@/lib/press/testing/reports'

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** A PNG begins with its mark, and says in its first chunk how large it is. */
function sizeOf(png: Uint8Array): readonly [number, number] {
  const bytes = Buffer.from(png)
  expect(bytes.subarray(0, 8).equals(PNG)).toBe(true)
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}

test.each(demoViews())('$slug has a picture of 1200 by 630', async ({ view }) => {
  expect(sizeOf(await reportPicture(view))).toEqual([1200, 630])
})

test('is the same picture each time, and another for another severity, score or rating', async () => {
  const [first] = demoViews()
  const { view } = first ?? { view: changedView({}) }
  const factors = view.detail?.factors.map((factor) => ({ ...factor, hundredths: 100, value: '1.00' })) ?? []
  const pictures = await Promise.all(
    [
      view,
      ...SEVERITIES.filter(({ id }) => id !== view.severity).map(({ id }) => ({ ...view, severity: id })),
      { ...view, score: '0.1' },
      { ...view, detail: view.detail && { ...view.detail, factors } },
    ].map(reportPicture),
  )
  const texts = pictures.map((picture) => Buffer.from(picture).toString('base64'))
  expect(new Set(texts).size).toBe(texts.length)
  expect(Buffer.from(await reportPicture(view)).toString('base64')).toBe(texts[0])
})

test.each([
  ['a name of one word', 'x'.repeat(120)],
  ['a name of many words', 'name of an agent '.repeat(7)],
  ['a name that no font of ours has', '脅威モデル 👩‍💻 تهديد'],
  ['what would be markup', '</svg><image href="https://example.org/x.png"/>'],
  ['nothing to be seen', '\u{200B}'],
])('asks for nothing and needs no font, whatever it shows: %s', async (_, name) => {
  for (const view of [
    changedView({ name, vendor: name }),
    changedView({ summary: name.repeat(8), detail: null }),
  ]) {
    const svg = pictureSvg(view)
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
      /http|href|url\(|<image|<text|<style/,
    )
    expect(sizeOf(await reportPicture(view))).toEqual([1200, 630])
  }
})

test('without the detail it shows the summary and no factor', () => {
  const withBars = pictureSvg(changedView({})).match(/<rect/g)?.length ?? 0
  const without = pictureSvg(changedView({ detail: null })).match(/<rect/g)?.length ?? 0
  expect(withBars - without).toBe(30)
})
