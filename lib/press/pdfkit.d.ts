// biome-ignore-all lint/style/useConsistentTypeDefinitions: only an interface adds to what a package has declared.

/** What pdfkit 0.20 can do and its types do not say yet. */
declare namespace PDFKit {
  interface PDFOutline {
    addItem(title: string, options?: { expanded?: boolean; top?: number; left?: number }): PDFOutline
  }
}

declare namespace PDFKit.Mixins {
  interface PDFFont {
    /** A font that was read already, so that documents can share it. */
    registerFont(name: string, font: import('fontkit').Font): this
  }
  interface AnnotationOption {
    structParent?: PDFKit.PDFStructureElement
  }
  interface StructureElementOptions {
    scope?: 'Row' | 'Column' | 'Both'
  }
}
