import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appendItem } from '@/components/editor/append-item'
import { parseProse } from '@/lib/report/prose'

test.each([
  ['', '- Backdoors: '],
  ['Text.', 'Text.\n\n- Backdoors: '],
  ['Text.\n', 'Text.\n\n- Backdoors: '],
  ['Text.\n\n', 'Text.\n\n- Backdoors: '],
  ['Text. ', 'Text. \n\n- Backdoors: '],
  ['- One: done', '- One: done\n- Backdoors: '],
  ['- One\n', '- One\n- Backdoors: '],
  ['Text.\n\n* One', 'Text.\n\n* One\n* Backdoors: '],
  ['- One\n\n', '- One\n\n- Backdoors: '],
  ['-5 degrees', '-5 degrees\n\n- Backdoors: '],
])('%j becomes %j', (before, after) => {
  expect(appendItem(before, 'Backdoors')).toBe(after)
})

test('nothing that was written before is changed', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '-', '*', '\t') }), (text) =>
      appendItem(text, 'Backdoors').startsWith(text),
    ),
  )
})

test('behind plain paragraphs and lists the item is read as an item', () => {
  const line = fc.constantFrom('Words of a paragraph.', '- an item', '* an item', '', 'More words.')
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const last = parseProse(appendItem(lines.join('\n'), 'Backdoors')).at(-1)
      const item = last?.type === 'list' ? last.items.at(-1)?.[0] : undefined
      expect(item).toEqual({ type: 'paragraph', content: [{ type: 'text', text: 'Backdoors:' }] })
    }),
  )
})
