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
  /** Width by height of each page, in millimetres. */
  readonly sizes: readonly string[]
}

export const spaceless = (text: string): string => text.normalize('NFC').replace(/\s+/g, '')

/** The first of the texts that does not follow behind those before it, or undefined when all do. */
export function outOfOrder(text: string, expected: readonly string[]): string | undefined {
  let from = 0
  return expected.find((words) => {
    const at = text.indexOf(spaceless(words), from)
    if (at !== -1) from = at + spaceless(words).length
    return at === -1
  })
}

/** What each page says at its end of its place: `2/7`. */
export const placesOf = (pages: readonly string[]): readonly (string | undefined)[] =>
  pages.map((page) => new RegExp(`\\d{1,${String(pages.length).length}}/${pages.length}$`).exec(page)?.[0])

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
  const pages: string[] = []
  const words: string[] = []
  const roles: string[] = []
  const alts: string[] = []
  const links: string[] = []
  const sizes: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const [left = 0, top = 0, right = 0, bottom = 0] = page.view
    sizes.push([right - left, bottom - top].map((length) => Math.round((length * 25.4) / 72)).join('×'))
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
    sizes,
  }
}

const walk = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(walk)]

const titles = (items: readonly Bookmark[]): readonly string[] =>
  items.flatMap(({ title, items }) => [title, ...titles(items)])
