import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDemoFiles } from '@/lib/demo/files'
import { type Block, type Inline, parseProse } from '@/lib/report/prose'
import { proseMarkdown } from '@/lib/report/prose-markdown'
import { normalProse } from '@/lib/report/prose-normal'

const readBack = (blocks: readonly Block[]) => normalProse(parseProse(proseMarkdown(blocks)))

const SIGNS = [
  '*',
  '_',
  '`',
  '``',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '#',
  '-',
  '+',
  '=',
  '|',
  ':',
  '~',
  '!',
  '\\',
  '&',
  '.',
]
const WORDS = [
  'a',
  'é',
  '重',
  '😀',
  '1',
  '1.',
  '2)',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\t',
  '&amp;',
  '&#32;',
  '---',
  '```',
  '\u{2028}',
]
const words = fc.array(fc.constantFrom(...SIGNS, ...WORDS), { maxLength: 6 }).map((parts) => parts.join(''))
const url = fc
  .array(fc.constantFrom('a', '(', ')', '<', '>', '&amp;', '\\', '*', '_', '`', ']', '|', '"', '%20', 'é'), {
    maxLength: 5,
  })
  .map((parts) => `https://x/${parts.join('')}`)

const { inline } = fc.letrec<{ inline: Inline; inlines: Inline[] }>((tie) => ({
  inlines: fc.array(tie('inline'), { maxLength: 4 }),
  inline: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    words.map((text): Inline => ({ type: 'text', text })),
    words.map((text): Inline => ({ type: 'code', text })),
    fc.constant<Inline>({ type: 'break' }),
    url.map((to): Inline => ({ type: 'link', url: to, content: [{ type: 'text', text: to }] })),
    fc.record({ type: fc.constantFrom('emphasis' as const, 'strong' as const), content: tie('inlines') }),
    fc.record({ type: fc.constant('link' as const), url, content: tie('inlines') }),
  ),
}))

const { blocks } = fc.letrec<{ block: Block; blocks: Block[] }>((tie) => ({
  blocks: fc.array(tie('block'), { maxLength: 3 }),
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({ type: fc.constant('paragraph' as const), content: fc.array(inline, { maxLength: 5 }) }),
    words.map((text): Block => ({ type: 'code', text })),
    fc.record({
      type: fc.constant('list' as const),
      ordered: fc.boolean(),
      items: fc.array(tie('blocks'), { maxLength: 3 }),
    }),
    fc.record({ type: fc.constant('quote' as const), blocks: tie('blocks') }),
  ),
}))

test.each(
  readDemoFiles().flatMap(({ slug, document }) =>
    Object.entries(document.layers).map(([layer, { narrative }]) => [slug, layer, narrative]),
  ),
)('the narrative of %s, %s, reads back as itself', (_slug, _layer, narrative = '') => {
  expect(normalProse(parseProse(narrative))).toEqual(parseProse(narrative))
  expect(readBack(parseProse(narrative))).toEqual(parseProse(narrative))
})

test('code in a link that only together would end its label reads back too', () => {
  const [one, other] = [
    { type: 'code', text: ']' },
    { type: 'code', text: ':' },
  ] as const
  const link: Inline = { type: 'link', url: 'https://x/', content: [one, other] }
  const prose: readonly Block[] = [{ type: 'paragraph', content: [link] }]
  expect(readBack(prose)).toEqual(normalProse(prose))
})

test('any prose that is written reads back as itself', () => {
  fc.assert(
    fc.property(blocks, (prose) => {
      expect(readBack(prose)).toEqual(normalProse(prose))
    }),
    { numRuns: 1_000 },
  )
})

test('any narrative, read and written, reads back as itself', () => {
  const parts = fc.constantFrom(
    ...SIGNS,
    ...WORDS,
    '> ',
    '- ',
    '1. ',
    '# ',
    '<b>',
    '[a](https://x)',
    '![](x)',
    '~~~',
    '    ',
  )
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 60 }), (narrative) => {
      const prose = parseProse(narrative.join(''))
      expect(readBack(prose)).toEqual(normalProse(prose))
    }),
    { numRuns: 1_000 },
  )
})

test('what reads well already is written as it was', () => {
  const plain = [
    'Words, snake case aside: 3.5, AT&T, a - b, **strong** and _soft_, `code`; [a link](https://example.org/a_b).',
    '- one\n- two',
    '1. one\n2. two',
    '> quoted\n>\n> twice',
    '```\nif (a) {\n  b()\n}\n```',
    '<https://example.org/>',
    'これは**重要**です',
  ].join('\n\n')
  expect(proseMarkdown(parseProse(plain))).toBe(plain)
})
