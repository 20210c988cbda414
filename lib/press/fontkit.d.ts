/** The part of fontkit that the press uses; the package comes without types. */
declare module 'fontkit' {
  export type Glyph = { readonly id: number; readonly path: { toSVG(): string } }

  export type GlyphRun = {
    readonly glyphs: readonly Glyph[]
    readonly positions: readonly {
      readonly xAdvance: number
      readonly xOffset: number
      readonly yOffset: number
    }[]
    readonly advanceWidth: number
  }

  export type Font = {
    readonly unitsPerEm: number
    hasGlyphForCodePoint(codePoint: number): boolean
    layout(text: string): GlyphRun
  }

  export function create(bytes: Uint8Array): Font
}
