import { type Drawing, drawingOf } from '@/lib/press/symbols'

/** Codes of one byte. */
const SIGNS_MAX = 256

type Batch = {
  readonly name: string
  readonly dictionary: ReturnType<PDFKit.PDFDocument['ref']>
  readonly signs: string[]
}

/** Where a sign lies: in which font of the document, at which code. */
type Place = {
  readonly name: string
  readonly dictionary: Batch['dictionary']
  readonly code: string
}

/**
 * A font of drawn signs, made for one document. Each sign keeps the characters it stands for, so that they can be found and
 * copied even where no font of ours can show them.
 */
export class DrawnFont {
  readonly #document: PDFKit.PDFDocument
  readonly #places = new Map<string, Place>()
  readonly #batches: Batch[] = []

  constructor(document: PDFKit.PDFDocument) {
    this.#document = document
  }

  placeOf(sign: string): Place {
    const known = this.#places.get(sign)
    if (known) return known
    const { name, dictionary, signs } = this.#openBatch()
    const place = { name, dictionary, code: signs.length.toString(16).padStart(2, '0') }
    signs.push(sign)
    this.#places.set(sign, place)
    return place
  }

  /** Before the document ends: only now is it known which signs each font has. */
  end(): void {
    for (const { dictionary, signs } of this.#batches) {
      Object.assign(dictionary.data, this.#describe(signs))
      dictionary.end(undefined)
    }
  }

  #openBatch(): Batch {
    const last = this.#batches.at(-1)
    if (last && last.signs.length < SIGNS_MAX) return last
    const name = `D${this.#batches.length + 1}`
    const batch = { name, dictionary: this.#document.ref({ Type: 'Font', Subtype: 'Type3' }), signs: [] }
    this.#batches.push(batch)
    return batch
  }

  #describe(signs: readonly string[]): object {
    const names = signs.map((_, index) => `g${index}`)
    return {
      FontBBox: [0, -300, 1000, 1000],
      FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
      CharProcs: Object.fromEntries(
        signs.map((sign, index) => [`g${index}`, this.#stream(procedureOf(drawingOf(sign)))]),
      ),
      Encoding: { Type: 'Encoding', Differences: [0, ...names] },
      FirstChar: 0,
      LastChar: signs.length - 1,
      Widths: signs.map((sign) => drawingOf(sign).advance),
      Resources: {},
      ToUnicode: this.#stream(unicodeMapOf(signs)),
    }
  }

  #stream(content: string): Batch['dictionary'] {
    const stream = this.#document.ref({})
    stream.end(Buffer.from(content))
    return stream
  }
}

const procedureOf = ({ advance, polygons }: Drawing): string =>
  [
    `${advance} 0 0 -300 1000 1000 d1`,
    ...polygons.map((points) =>
      points
        .map(([x, y], index) => `${x} ${y} ${index === 0 ? 'm' : 'l'}`)
        .concat('h')
        .join(' '),
    ),
    'f*',
  ].join('\n')

const unicodeMapOf = (signs: readonly string[]): string => `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <ff>
endcodespacerange
${inHundreds(signs.map((sign, code) => `<${code.toString(16).padStart(2, '0')}> <${utf16(sign)}>`))}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`

/** As many as one section of such a map may hold. */
function inHundreds(entries: readonly string[]): string {
  const sections: string[] = []
  for (let from = 0; from < entries.length; from += 100) {
    const some = entries.slice(from, from + 100)
    sections.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`)
  }
  return sections.join('\n')
}

const utf16 = (text: string): string =>
  Array.from({ length: text.length }, (_, index) =>
    text.charCodeAt(index).toString(16).padStart(4, '0'),
  ).join('')
