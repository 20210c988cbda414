import { eachLine, escapeLineStarts, fenceAround, keepSpace } from '@/lib/report/markdown-text'
import type { Block } from '@/lib/report/prose'
import { inlineMarkdown } from '@/lib/report/prose-inline-markdown'
import { normalProse } from '@/lib/report/prose-normal'

/**
 * Parsed prose as Markdown that parses to the same: what the list of blocks does not know cannot be written, so that no
 * narrative opens a heading, raw HTML or an unclosed fence in a document that others share.
 */
export const proseMarkdown = (blocks: readonly Block[]): string => blocksMarkdown(normalProse(blocks))

const blocksMarkdown = (blocks: readonly Block[]): string =>
  blocks.map((block, index) => blockMarkdown(block, listsBefore(blocks, index))).join('\n\n')

function blockMarkdown(block: Block, neighbours: number): string {
  switch (block.type) {
    case 'paragraph':
      return escapeLineStarts(keepSpace(inlineMarkdown(block.content)))
    case 'list': {
      const isTight = block.items.every(
        ([first, ...more]) => first?.type === 'paragraph' && more.length === 0,
      )
      const items = block.items.map((item, index) =>
        itemMarkdown(item, markOf(block.ordered, index, neighbours % 2 === 1)),
      )
      return items.join(isTight ? '\n' : '\n\n')
    }
    case 'quote':
      return eachLine(blocksMarkdown(block.blocks), (line) => (line === '' ? '>' : `> ${line}`))
    case 'code': {
      const fence = fenceAround(block.text, 3)
      return `${fence}\n${block.text}\n${fence}`
    }
  }
}

/** A list right behind one of its kind needs another mark, or the two would be one. */
function listsBefore(blocks: readonly Block[], index: number): number {
  const [block, previous] = [blocks[index], blocks[index - 1]]
  if (block?.type !== 'list' || previous?.type !== 'list' || block.ordered !== previous.ordered) return 0
  return listsBefore(blocks, index - 1) + 1
}

const markOf = (ordered: boolean, index: number, isOther: boolean): string =>
  ordered ? `${index + 1}${isOther ? ')' : '.'}` : isOther ? '+' : '-'

/** A list or a quotation at the start of an item gets a line of its own, so that no line holds more marks than it must. */
function itemMarkdown(item: readonly Block[], mark: string): string {
  const [first] = item
  if (first === undefined) return mark
  const indent = ' '.repeat(mark.length + 1)
  const indented = eachLine(blocksMarkdown(item), (line) => (line === '' ? '' : indent + line))
  const startsBeside = first.type === 'paragraph' || first.type === 'code'
  return startsBeside ? mark + indented.slice(mark.length) : `${mark}\n${indented}`
}
