import { type Pdf, printDocument } from '@/lib/press/document'
import type { Slice } from '@/lib/press/flow'
import { fitted } from '@/lib/press/outlines'
import { derivation } from '@/lib/press/parts/derivation'
import { factors } from '@/lib/press/parts/factors'
import { layers } from '@/lib/press/parts/layers'
import { masthead } from '@/lib/press/parts/masthead'
import { provenance } from '@/lib/press/parts/provenance'
import type { Sheet } from '@/lib/press/sheet'
import { PORTRAIT, STYLES } from '@/lib/press/style'
import type { ReportView } from '@/lib/report/report-view'

/** What of a name stands at the foot, beside the score and the number of the page. */
const NAME_MAX = 290

/** A report as a file for paper and screen: what its page says, in the same order. The same view is the same file. */
export function reportPdf(view: ReportView, isEnough: () => boolean = () => false): Promise<Pdf> {
  const { name, score, severity } = view
  const [short = ''] = fitted(name, STYLES.tiny, NAME_MAX, 1)
  return printDocument(
    {
      title: view.title,
      author: view.byline,
      subject: `${score} · ${severity}, revision ${view.number} of ${view.day}`,
      day: new Date(view.isoDay),
      grid: PORTRAIT,
    },
    {
      parts: (sheet) => partsOf(sheet, view),
      foot: `${short} · agentic threat model · ${score} ${severity}`,
    },
    isEnough,
  )
}

function* partsOf(sheet: Sheet, view: ReportView): Generator<Iterable<Slice>> {
  yield masthead(sheet, view)
  if (view.detail) {
    yield derivation(sheet, view.detail, view.score)
    yield factors(sheet, view.detail)
    yield layers(sheet, view.detail.layers)
  }
  yield provenance(sheet, view)
}
