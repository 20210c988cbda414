import { beside, paragraph, type Rail } from '@/lib/press/blocks'
import type { Slice } from '@/lib/press/flow'
import type { Element, Sheet } from '@/lib/press/sheet'
import { STYLES } from '@/lib/press/style'
import { LIGHT } from '@/lib/theme/palette'

/** A part of a document, with its own place in the tree and among the bookmarks. */
export type Section = {
  readonly sheet: Sheet
  readonly element: Element
  readonly heading: readonly Slice[]
  /** A bookmark below that of the section, once its place is known. */
  readonly bookmark: (title: string, y: number) => void
}

export function section(sheet: Sheet, title: string): Section {
  const element = sheet.element(sheet.root, 'Sect')
  const { page, whole } = sheet.grid
  let own: PDFKit.PDFOutline | undefined
  const heading = paragraph(sheet, element, 'H2', title, STYLES.section, whole, {
    gap: 16,
    glued: true,
    start: (y) => {
      own = sheet.bookmark(sheet.document.outline, title, y)
    },
  })
  const rule: Slice = {
    gap: 16,
    height: 5,
    glued: true,
    draw: (y) => sheet.artifact(() => sheet.stroke(page.left, y, page.right, y, LIGHT.ink, 1.2)),
  }
  return {
    sheet,
    element,
    heading: [rule, ...heading.map((slice) => ({ ...slice, gap: 0 }))],
    bookmark: (text, y) => {
      if (own) sheet.bookmark(own, text, y)
    },
  }
}

/** A heading of its own on the left, what it is about on the right. */
export const subsection = (
  { sheet, element }: Section,
  title: string,
  content: (element: Element) => readonly Slice[],
  setting: { readonly gap?: number; readonly rail?: Rail } = {},
): Iterable<Slice> => {
  const inside = sheet.element(element, 'Sect')
  const heading = paragraph(sheet, inside, 'H3', title, STYLES.heading, sheet.grid.aside)
  return beside(sheet, heading, content(inside), { gap: 6, ...setting })
}
