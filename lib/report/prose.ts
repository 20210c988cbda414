import type { PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { fewAttentionMarks, fewLines, withoutStops, withStops } from '@/lib/report/prose-limits'

/**
 * Markdown as the product understands it. The list is closed: whatever Markdown can say beyond it (raw HTML,
 * pictures, headings) becomes plain text here, so no renderer has to be careful.
 */
export type Block =
  | { readonly type: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly type: 'quote'; readonly blocks: readonly Block[] }
  | { readonly type: 'code'; readonly text: string }

export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'break' }
  | { readonly type: 'emphasis' | 'strong'; readonly content: readonly Inline[] }
  | { readonly type: 'link'; readonly url: string; readonly content: readonly Inline[] }

export function parseProse(markdown: string): readonly Block[] {
  const { read, plain } = fewLines(markdown)
  return [
    ...fromMarkdown(withStops(read), { extensions: [fewAttentionMarks()] }).children.flatMap(blockOf),
    ...plain.map((text): Block => ({ type: 'paragraph', content: [textOf(text)] })),
  ]
}

function blockOf(node: RootContent): readonly Block[] {
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'paragraph', content: node.children.flatMap(inlineOf) }]
    case 'heading':
      return [{ type: 'paragraph', content: [{ type: 'strong', content: node.children.flatMap(inlineOf) }] }]
    case 'list':
      return [
        {
          type: 'list',
          ordered: node.ordered === true,
          items: node.children.map((item) => item.children.flatMap(blockOf)),
        },
      ]
    case 'blockquote':
      return [{ type: 'quote', blocks: node.children.flatMap(blockOf) }]
    case 'code':
      return [{ type: 'code', text: withoutStops(node.value) }]
    case 'html':
      return [{ type: 'paragraph', content: [textOf(node.value)] }]
    default:
      return []
  }
}

function inlineOf(node: PhrasingContent): readonly Inline[] {
  switch (node.type) {
    case 'text':
    case 'html':
      return [textOf(node.value)]
    case 'inlineCode':
      return [{ type: 'code', text: withoutStops(node.value) }]
    case 'break':
      return [{ type: 'break' }]
    case 'emphasis':
    case 'strong':
      return [{ type: node.type, content: node.children.flatMap(inlineOf) }]
    case 'linkReference':
      return node.children.flatMap(inlineOf)
    case 'imageReference':
    case 'image':
      return [textOf(node.alt ?? '')]
    case 'link':
      return linkOf(withoutStops(node.url), node.children.flatMap(inlineOf))
    default:
      return []
  }
}

const textOf = (value: string): Inline => ({ type: 'text', text: withoutStops(value) })

/** A link to anywhere but the web or a mailbox loses its address and keeps its words. */
const linkOf = (url: string, content: readonly Inline[]): readonly Inline[] =>
  /^(https?:\/\/|mailto:)[^\s]+$/i.test(url) ? [{ type: 'link', url, content }] : content
