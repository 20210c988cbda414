import PDFDocument from 'pdfkit'
import { DrawnFont } from '@/lib/press/drawn-font'
import type { Cut } from '@/lib/press/fonts'
import type { Line, Piece } from '@/lib/press/lines'
import type { Grid } from '@/lib/press/style'
import { webLink } from '@/lib/press/web-link'

/** An element of the tree that says what each passage is: a heading, a cell, a link. */
export type Element = PDFKit.PDFStructureElement

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
type Paint = {
  readonly fill?: string
  readonly stroke?: string
  readonly weight?: number
  readonly dash?: number
}

export type SheetInfo = {
  readonly title: string
  readonly author: string
  readonly subject: string
  readonly day: Date
  readonly grid: Grid
}

/** A document that is being drawn: its pages, and the tree of what stands on them. */
export class Sheet {
  readonly document: PDFKit.PDFDocument
  readonly root: Element
  readonly grid: Grid
  readonly #drawn: DrawnFont
  readonly #fonts = new Set<string>()

  constructor({ title, author, subject, day, grid }: SheetInfo) {
    this.grid = grid
    this.document = new PDFDocument({
      size: 'A4',
      layout: grid.layout,
      margin: 0,
      pdfVersion: '1.7',
      tagged: true,
      lang: 'en',
      displayTitle: true,
      bufferPages: true,
      // What pdfkit shapes is remembered in `fonts.ts`, for all documents.
      fontLayoutCache: false,
      info: {
        Title: title,
        Author: author,
        Subject: subject,
        Creator: 'Fullscore',
        Producer: 'Fullscore',
        // The day of what is printed and not of printing, so that one view is one file, byte for byte.
        CreationDate: day,
        ModDate: day,
      },
    })
    this.#drawn = new DrawnFont(this.document)
    this.root = this.document.struct('Document')
    this.document.addStructure(this.root)
  }

  element(parent: Element, type: string, options?: PDFKit.Mixins.StructureElementOptions): Element {
    const element = this.document.struct(type, options)
    parent.add(element)
    return element
  }

  /** What only decorates: no reader aloud is told of it. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.document.markContent('Artifact', { type })
    draw()
    this.document.endMarkedContent()
  }

  content(element: Element, type: string, draw: () => void): void {
    const content = this.document.markStructureContent(type)
    draw()
    this.document.endMarkedContent()
    element.add(content)
  }

  /** A line of text that belongs to an element; addresses on it become links with an element of their own. */
  line(element: Element, line: Line, x: number, baseline: number): void {
    let from = 0
    while (from < line.pieces.length) {
      const url = line.pieces[from]?.url
      const beyond = line.pieces.findIndex((piece, index) => index > from && piece.url !== url)
      const pieces = line.pieces.slice(from, beyond === -1 ? undefined : beyond)
      const target = url === undefined ? null : webLink(url)
      if (target === null) this.content(element, 'Span', () => this.#pieces(pieces, x, baseline))
      else this.#link(element, target, pieces, x, baseline)
      from += pieces.length
    }
  }

  /** Text that is no content of its own: in a picture that is told in one sentence, or at the foot of a page. */
  looseLine(line: Line, x: number, baseline: number): void {
    this.#pieces(line.pieces, x, baseline)
  }

  rectangle({ x, y, width, height }: Box, { fill, stroke, weight = 0.6, dash }: Paint, radius = 0): void {
    const { document } = this
    document.save()
    if (radius > 0) document.roundedRect(x, y, width, height, radius)
    else document.rect(x, y, width, height)
    if (dash !== undefined) document.dash(dash, { space: dash })
    document.lineWidth(weight)
    if (fill && stroke) document.fillAndStroke(fill, stroke)
    else if (fill) document.fill(fill)
    else document.stroke(stroke)
    document.restore()
  }

  stroke(
    fromX: number,
    fromY: number,
    toX: number,
    toY: number,
    colour: string,
    weight = 0.5,
    dash?: number,
  ): void {
    const { document } = this
    document.save().lineWidth(weight)
    if (dash !== undefined) document.dash(dash, { space: dash })
    document.moveTo(fromX, fromY).lineTo(toX, toY).stroke(colour).restore()
  }

  bookmark(parent: PDFKit.PDFOutline, title: string, y: number): PDFKit.PDFOutline {
    // pdfkit counts `left` from the right edge.
    return parent.addItem(title, { expanded: true, top: Math.max(0, y - 8), left: this.grid.page.width })
  }

  /** The file, once the tree and the fonts are closed. */
  end(): Uint8Array<ArrayBuffer> {
    this.root.end()
    this.#drawn.end()
    this.document.end()
    const chunks: Buffer[] = []
    for (let chunk = this.document.read(); chunk !== null; chunk = this.document.read()) chunks.push(chunk)
    return new Uint8Array(Buffer.concat(chunks))
  }

  #link(element: Element, url: string, pieces: readonly Piece[], x: number, baseline: number): void {
    const link = this.element(element, 'Link')
    this.content(link, 'Link', () => this.#pieces(pieces, x, baseline))
    const [first] = pieces
    if (first) {
      const width = pieces.reduce((sum, piece) => sum + piece.width, 0)
      this.document.link(x + first.x, baseline - first.size * 0.9, width, first.size * 1.2, url, {
        structParent: link,
        Contents: Object(url),
      })
    }
    link.end()
  }

  #pieces(pieces: readonly Piece[], x: number, baseline: number): void {
    for (const { runs, size, colour, ...piece } of pieces) {
      this.document.fillColor(colour)
      let at = x + piece.x
      for (const { cut, text, width } of runs) {
        if (cut === null) this.#sign(text, size, at, baseline)
        else {
          this.#use(cut, size)
          this.document.text(text, at, baseline, { lineBreak: false, baseline: 'alphabetic' })
        }
        at += (width * size) / 1000
      }
    }
  }

  #use({ name, font }: Cut, size: number): void {
    if (!this.#fonts.has(name)) this.document.registerFont(name, font)
    this.#fonts.add(name)
    this.document.font(name, size)
  }

  #sign(sign: string, size: number, x: number, baseline: number): void {
    const { document } = this
    const { name, dictionary, code } = this.#drawn.placeOf(sign)
    document.page.fonts[name] = dictionary
    document.save().transform(1, 0, 0, -1, 0, document.page.height)
    document.addContent(
      `BT /${name} ${size} Tf 1 0 0 1 ${rounded(x)} ${rounded(document.page.height - baseline)} Tm`,
    )
    document.addContent(`<${code}> Tj ET`)
    document.restore()
  }
}

const rounded = (length: number): number => Math.round(length * 1_000) / 1_000
