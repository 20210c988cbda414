import { beside, paragraph, span } from '@/lib/press/blocks'
import type { Slice } from '@/lib/press/flow'
import { section, subsection } from '@/lib/press/parts/section'
import { bulleted } from '@/lib/press/prose'
import type { Sheet } from '@/lib/press/sheet'
import { STYLES } from '@/lib/press/style'
import { spansOfWords } from '@/lib/press/words'
import type { ReportView } from '@/lib/report/report-view'
import { HEADINGS, keepingWords, methodWords, revisionWords } from '@/lib/report/wording'

export function provenance(sheet: Sheet, view: ReportView): readonly Slice[] {
  const part = section(sheet, HEADINGS.provenance)
  const style = STYLES.body
  const { column } = sheet.grid
  const said = (title: string, text: string | null | undefined, look = style) =>
    text == null
      ? []
      : subsection(part, title, (element) =>
          paragraph(sheet, element, 'P', [span(text, look)], style, column),
        )
  const method = spansOfWords(methodWords(view), style)
  const keeping = spansOfWords(keepingWords(view), style)
  return [
    ...part.heading,
    ...beside(sheet, [], paragraph(sheet, part.element, 'P', method, style, column), { gap: 4 }),
    ...said(HEADINGS.system, view.description),
    ...said(HEADINGS.vector, view.detail?.vector, { ...STYLES.code, size: 8 }),
    ...said(HEADINGS.citation, view.citation),
    ...(view.revisions.length === 0
      ? []
      : subsection(part, HEADINGS.revisions, (element) =>
          bulleted(
            sheet,
            element,
            view.revisions.map((revision) => spansOfWords(revisionWords(revision, view.links), style)),
            style,
            column,
          ),
        )),
    ...beside(sheet, [], paragraph(sheet, part.element, 'P', keeping, style, column), { gap: 6 }),
  ]
}
