import type { PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'

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

export const parseProse = (markdown: string): readonly Block[] =>
  fromMarkdown(shallow(markdown)).children.flatMap(blockOf)

const NESTING_IN_A_LINE_MAX = 8

/**
 * A line of thousands of quotation or list marks would nest as deep, which takes the parser seconds and any walk its
 * stack. From the ninth mark on, the line is text.
 */
const shallow = (markdown: string): string =>
  markdown.replace(/^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/gm, (run) => {
    const marks = [...run.matchAll(/[ \t]*(?:>|[-+*]|\d{1,9}[.)])/g)].map(([mark]) => mark)
    if (marks.length <= NESTING_IN_A_LINE_MAX) return run
    return `${marks.slice(0, NESTING_IN_A_LINE_MAX).join('')} \\${marks.slice(NESTING_IN_A_LINE_MAX).join('').trim()}`
  })

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
      return [{ type: 'code', text: node.value }]
    case 'html':
      return [{ type: 'paragraph', content: [{ type: 'text', text: node.value }] }]
    default:
      return []
  }
}

function inlineOf(node: PhrasingContent): readonly Inline[] {
  switch (node.type) {
    case 'text':
    case 'html':
      return [{ type: 'text', text: node.value }]
    case 'inlineCode':
      return [{ type: 'code', text: node.value }]
    case 'break':
      return [{ type: 'break' }]
    case 'emphasis':
    case 'strong':
      return [{ type: node.type, content: node.children.flatMap(inlineOf) }]
    case 'linkReference':
      return node.children.flatMap(inlineOf)
    case 'imageReference':
    case 'image':
      return [{ type: 'text', text: node.alt ?? '' }]
    case 'link':
      return linkOf(node.url, node.children.flatMap(inlineOf))
    default:
      return []
  }
}

/** A link to anywhere but the web or a mailbox loses its address and keeps its words. */
const linkOf = (url: string, content: readonly Inline[]): readonly Inline[] =>
  /^(https?:\/\/|mailto:)[^\s]+$/i.test(url) ? [{ type: 'link', url, content }] : content
