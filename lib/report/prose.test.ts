import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LIMITS } from '@/lib/assessment/limits'
import { type Block, type Inline, parseProse } from '@/lib/report/prose'

const paragraph = (...content: Inline[]): Block => ({ type: 'paragraph', content })
const text = (words: string): Inline => ({ type: 'text', text: words })

describe('what the list knows is kept', () => {
  test.each<[string, Block[]]>([
    ['plain words', [paragraph(text('plain words'))]],
    [
      '*a* **b** `c`',
      [
        paragraph(
          { type: 'emphasis', content: [text('a')] },
          text(' '),
          { type: 'strong', content: [text('b')] },
          text(' '),
          { type: 'code', text: 'c' },
        ),
      ],
    ],
    [
      '[a](https://example.org/x)',
      [paragraph({ type: 'link', url: 'https://example.org/x', content: [text('a')] })],
    ],
    [
      '<mailto:a@example.org>',
      [paragraph({ type: 'link', url: 'mailto:a@example.org', content: [text('mailto:a@example.org')] })],
    ],
    ['- a\n- b', [{ type: 'list', ordered: false, items: [[paragraph(text('a'))], [paragraph(text('b'))]] }]],
    ['> a', [{ type: 'quote', blocks: [paragraph(text('a'))] }]],
    ['```\n<b>\n```', [{ type: 'code', text: '<b>' }]],
  ])('%j', (markdown, blocks) => {
    expect(parseProse(markdown)).toEqual(blocks)
  })
})

describe('what it does not know becomes plain text', () => {
  test.each<[string, Block[]]>([
    ['# Heading', [paragraph({ type: 'strong', content: [text('Heading')] })]],
    ['<script>alert(1)</script>', [paragraph(text('<script>alert(1)</script>'))]],
    ['a <b onclick=x>c</b>', [paragraph(text('a '), text('<b onclick=x>'), text('c'), text('</b>'))]],
    ['![a picture](https://example.org/x.png)', [paragraph(text('a picture'))]],
    ['[a](javascript:alert(1))', [paragraph(text('a'))]],
    ['[a](data:text/html,x)', [paragraph(text('a'))]],
    ['[a](//example.org)', [paragraph(text('a'))]],
    ['[a](/relative)', [paragraph(text('a'))]],
    ['[a][ref]\n\n[ref]: javascript:alert(1)', [paragraph(text('a'))]],
  ])('%j', (markdown, blocks) => {
    expect(parseProse(markdown)).toEqual(blocks)
  })
})

test('no text that a narrative may hold makes it fail, nest without end, or name another scheme', () => {
  const signs = fc.constantFrom(...'>-*_`[]()!#<a \n1.\\&|~'.split(''), 'javascript:', 'https://x', '<b>')
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 400 }), (parts) => {
      const json = JSON.stringify(parseProse(parts.join('')))
      expect(json).not.toMatch(/"url":"(?!https?:\/\/|mailto:)/)
    }),
    { numRuns: 2_000 },
  )
})

test('a narrative that steps one list deeper with each line is read and can be walked', () => {
  const lines = Array.from({ length: 190 }, (_, depth) => `${' '.repeat(depth)}- a`)
  const staircase = lines.join('\n').slice(0, LIMITS.narrative)
  expect(depthOf(JSON.stringify(parseProse(staircase)))).toBeLessThan(1_000)
})

test('eight marks in a line nest, and the ninth is text', () => {
  expect(JSON.stringify(parseProse(`${'> '.repeat(8)}a`)).match(/quote/g)).toHaveLength(8)
  const nine = JSON.stringify(parseProse(`${'> '.repeat(9)}a`))
  expect(nine.match(/quote/g)).toHaveLength(8)
  expect(nine).toContain('> a')
})

const code = (text: string): Block => ({ type: 'code', text })

test.each<[string, Block[]]>([
  [`${'> '.repeat(9)}a`, [code(`${'> '.repeat(9)}a`)]],
  [`${'- '.repeat(12)}a\n${'>'.repeat(30)}`, [code(`${'- '.repeat(12)}a\n${'>'.repeat(30)}`)]],
])('marks in fenced code are code, however many: %j', (text, blocks) => {
  expect(parseProse(`\`\`\`\n${text}\n\`\`\``)).toEqual(blocks)
})

test('the 499 first marks of emphasis count, and from the 500th on they are text', () => {
  const emphases = (markdown: string) =>
    JSON.stringify(parseProse(markdown)).match(/"(emphasis|strong)"/g)?.length ?? 0
  expect(emphases('*a* '.repeat(249))).toBe(249)
  expect(emphases('_a_ '.repeat(5_000))).toBe(249)
  expect(emphases('**a** '.repeat(3_000))).toBe(124)
  expect(JSON.stringify(parseProse('*a* '.repeat(300)))).toContain('*a* *a*')
})

test('marks of emphasis that are escaped or code do not count, and stay as they are', () => {
  const many = '\\* `_` '.repeat(1_000)
  expect(parseProse(`${many}\n\n*a*`).at(-1)).toEqual(paragraph({ type: 'emphasis', content: [text('a')] }))
  expect(parseProse(`${'*a* '.repeat(300)}\n\n\`_b_\``).at(-1)).toEqual(
    paragraph({ type: 'code', text: '_b_' }),
  )
})

test('the first thousand lines are read as Markdown, and what follows as plain lines of which nothing is lost', () => {
  const items = (markdown: string) => {
    const [list] = parseProse(markdown)
    return list?.type === 'list' ? list.items.length : 0
  }
  expect(items('- a\n'.repeat(999))).toBe(999)
  expect(items('- a\n'.repeat(5_000))).toBe(1_000)
  expect(parseProse(`${'> a\n'.repeat(1_000)}- *b*\r\n  c\n \n\n# d\n`).slice(1)).toEqual([
    paragraph(text('- *b*\nc')),
    paragraph(text('# d')),
  ])
})

/** What has taken the parser long, or nested without end. */
const WORST = [
  ...[
    '>',
    '> ',
    '>- ',
    '- ',
    '* ',
    '1. ',
    '# ',
    '- a\n ',
    '> '.repeat(8).concat('a\n'),
    ' - '.repeat(8).concat('a\n'),
    '- a\n  - b\n',
  ],
  ...['*', '**', '*a ', '*a*', '*a\n', '**a*b', '***a', '*a*_', '*a _b', '_a*'],
  ...[
    '[',
    '![',
    '](',
    '[a](',
    '[a](<',
    '![a](b',
    '[a][',
    '[a]',
    '[a]: b\n',
    '`',
    '<',
    '<a b="',
    '<!--',
    '\\',
    '&',
  ],
].map((sign) => sign.repeat(LIMITS.narrative / sign.length))

test.each(
  [
    ...WORST,
    `a**b${'*a*_'.repeat(4_999)}`,
    `${'*a '.repeat(3_300)}${' a*'.repeat(3_300)}`,
    `${'*_'.repeat(4_999)}a${'_*'.repeat(4_999)}`,
    `a${'*'.repeat(9_999)}b${'*'.repeat(9_999)}`,
  ].map((markdown) => [markdown.slice(0, 16), markdown]),
)(
  'a narrative that begins with %j is read, keeps its emphasis within bounds, and can be walked',
  (_, markdown = '') => {
    expect(markdown.length).toBeLessThanOrEqual(LIMITS.narrative)
    const json = JSON.stringify(parseProse(markdown))
    expect(json.match(/"(emphasis|strong)"/g)?.length ?? 0).toBeLessThan(250)
    expect(depthOf(json)).toBeLessThan(1_000)
  },
)

/** Of brackets, as a walk with a list of its own, so that the measure cannot fail where the thing would. */
function depthOf(json: string): number {
  let depth = 0
  let deepest = 0
  for (const sign of json.replace(/"(?:[^"\\]|\\.)*"/g, '')) {
    if (sign === '[' || sign === '{') depth += 1
    if (sign === ']' || sign === '}') depth -= 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}
