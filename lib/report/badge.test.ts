import { describe, expect, test } from 'vitest'
import { SEVERITIES } from '@/lib/aivss/severity'
import { badgeSvg } from '@/lib/report/badge'
import { contrast } from '@/lib/theme/testing/contrast'

const fillsOf = (svg: string) => [...svg.matchAll(/fill="(#[0-9a-f]+)"/g)].map(([, fill = '']) => full(fill))
const full = (hex: string) => (hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex)
const grey = (hex: string) => {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  return Math.max(...channels) - Math.min(...channels)
}

describe.each(
  SEVERITIES.flatMap(({ id, maxTenths }) => [
    { severity: id, score: maxTenths / 10, isOutdated: false },
    { severity: id, score: maxTenths / 10, isOutdated: true },
  ]),
)('the badge of $score $severity, outdated: $isOutdated', (face) => {
  const svg = badgeSvg(face)
  const result = `${face.score.toFixed(1)} ${face.severity}`

  test('says score and severity, and is told to a screen reader in the same words', () => {
    const said = face.isOutdated ? `outdated · ${result}` : result
    expect(svg).toContain(`>${said}</text>`)
    const title = `Agentic risk ${result} (AIVSS)${face.isOutdated ? ', outdated' : ''}`
    expect(svg).toContain(`<title>${title}</title>`)
    expect(svg).toContain(`role="img" aria-label="${title}"`)
  })

  test('can be read, in greyscale too', () => {
    const [left = '', right = '', , , text = ''] = fillsOf(svg)
    expect(contrast(left, '#ffffff')).toBeGreaterThanOrEqual(4.5)
    expect(contrast(right, text)).toBeGreaterThanOrEqual(4.5)
    if (face.isOutdated) expect(grey(right)).toBeLessThan(0x20)
  })

  test('asks for nothing and runs nothing', () => {
    expect(svg).not.toMatch(/<script|href|url\((?!#r\))|<style|<image|<foreignObject|on\w+=/i)
  })
})

test('a severity is told by its bars too', () => {
  const solid = SEVERITIES.map(({ id: severity }) => {
    const svg = badgeSvg({ score: 5, severity, isOutdated: false })
    return 4 - (svg.match(/opacity=".35"/g) ?? []).length
  })
  expect(solid).toEqual([0, 1, 2, 3, 4])
})

test('what a name holds cannot leave the badge', () => {
  const svg = badgeSvg({ name: '<script>"&\'', score: 9.5, severity: 'Critical', isOutdated: false })
  expect(svg).toContain('<title>&#60;script&#62;&#34;&#38;&#39;: agentic risk 9.5 Critical (AIVSS)</title>')
})
