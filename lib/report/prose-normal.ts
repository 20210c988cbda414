import type { Block, Inline } from '@/lib/report/prose'

/**
 * The same prose in the one form that Markdown can write down: what stands beside its like is one with it, what lies
 * within its like needs no second mark, and nothing is empty. No word is lost.
 */
export const normalProse = (blocks: readonly Block[]): readonly Block[] => blocks.flatMap(normalBlock)

function normalBlock(block: Block): readonly Block[] {
  switch (block.type) {
    case 'paragraph': {
      const content = withoutEdgeBreaks(normalInlines(block.content))
      return content.length === 0 ? [] : [{ ...block, content }]
    }
    case 'list':
      return block.items.length === 0 ? [] : [{ ...block, items: block.items.map(normalProse) }]
    case 'quote':
      return [{ ...block, blocks: normalProse(block.blocks) }]
    case 'code':
      return [{ ...block, text: clean(block.text) }]
  }
}

type Mark = 'emphasis' | 'strong' | 'link'

const normalInlines = (content: readonly Inline[], within: readonly Mark[] = []): readonly Inline[] =>
  merged(content.flatMap((inline) => normalInline(inline, within)))

function normalInline(inline: Inline, within: readonly Mark[]): readonly Inline[] {
  switch (inline.type) {
    case 'break':
      return [inline]
    case 'text':
      return inline.text === '' ? [] : [{ ...inline, text: clean(inline.text) }]
    case 'code': {
      const text = clean(inline.text).replaceAll('\n', ' ')
      // At the start of a paragraph, the label of a link would end there and the paragraph be a definition; a colon may
      // also come from the code behind it, with which this becomes one.
      const type = within.includes('link') && /\](?::|$)/.test(text) ? 'text' : 'code'
      return text === '' ? [] : [{ type, text }]
    }
    case 'link': {
      if (within.includes('link')) return normalInlines(inline.content, within)
      return [{ ...inline, content: normalInlines(inline.content, [...within, 'link']) }]
    }
    default: {
      if (within.includes(inline.type)) return normalInlines(inline.content, within)
      const content = withoutEdgeBreaks(normalInlines(inline.content, [...within, inline.type]))
      return content.length === 0 ? [] : [{ ...inline, content }]
    }
  }
}

const merged = (content: readonly Inline[]): readonly Inline[] =>
  content.reduce<Inline[]>((done, inline) => {
    const last = done.at(-1)
    const one = last && union(last, inline)
    if (one) done[done.length - 1] = one
    else done.push(inline)
    return done
  }, [])

function union(a: Inline, b: Inline): Inline | undefined {
  if ((a.type === 'text' || a.type === 'code') && b.type === a.type) return { ...a, text: a.text + b.text }
  if ((a.type === 'emphasis' || a.type === 'strong') && b.type === a.type)
    return { ...a, content: merged([...a.content, ...b.content]) }
  return undefined
}

function withoutEdgeBreaks(content: readonly Inline[]): readonly Inline[] {
  const isWord = ({ type }: Inline) => type !== 'break'
  return content.slice(Math.max(content.findIndex(isWord), 0), content.findLastIndex(isWord) + 1)
}

/** What Markdown refuses to read, even as a character reference, becomes the sign for an unknown character. */
const clean = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, '\u{FFFD}')
