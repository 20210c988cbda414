import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

type Node = {
  readonly type?: string
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly Node[]
}
type Bookmark = { readonly title: string; readonly items: readonly Bookmark[] }

/** A PDF as another program reads it. */
export type ReadPdf = {
  /** The text of each page in the order of the file, the foot last; without spaces, as lines end anywhere. */
  readonly pages: readonly string[]
  readonly text: string
  /** The same with its spaces and the ends of its lines. */
  readonly words: string
  readonly bookmarks: readonly string[]
  readonly roles: readonly string[]
  readonly alts: readonly string[]
  readonly links: readonly string[]
  readonly info: Readonly<Record<string, unknown>>
  readonly isTagged: boolean
}

export const spaceless = (text: string): string => text.normalize('NFC').replace(/\s+/g, '')

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
  const pages: string[] = []
  const words: string[] = []
  const roles: string[] = []
  const alts: string[] = []
  const links: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent({ disableNormalization: true })
    const lines = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
    words.push(lines.join(''))
    pages.push(spaceless(lines.join('')))
    const tree: Node | null = await page.getStructTree()
    const nodes = tree ? walk(tree) : []
    roles.push(...nodes.flatMap(({ role }) => role ?? []))
    alts.push(...nodes.flatMap(({ alt }) => alt ?? []))
    const annotations: readonly { readonly url?: string; readonly unsafeUrl?: string }[] =
      await page.getAnnotations()
    links.push(...annotations.flatMap(({ unsafeUrl }) => unsafeUrl ?? []))
  }
  const { info } = await document.getMetadata()
  const outline: readonly Bookmark[] = (await document.getOutline()) ?? []
  const mark = await document.getMarkInfo()
  await task.destroy()
  return {
    pages,
    text: pages.join(''),
    words: words.join('\n'),
    bookmarks: titles(outline),
    roles,
    alts,
    links,
    info: Object.fromEntries(Object.entries(info)),
    isTagged: mark?.Marked === true,
  }
}

const walk = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(walk)]

const titles = (items: readonly Bookmark[]): readonly string[] =>
  items.flatMap(({ title, items }) => [title, ...titles(items)])
