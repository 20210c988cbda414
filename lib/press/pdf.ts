import { setImmediate } from 'node:timers/promises'
import { err, ok, type Result } from '@/lib/base/result'
import { lineOf } from '@/lib/press/blocks'
import { Flow, type Slice } from '@/lib/press/flow'
import { fitted } from '@/lib/press/outlines'
import { derivation } from '@/lib/press/parts/derivation'
import { factors } from '@/lib/press/parts/factors'
import { layers } from '@/lib/press/parts/layers'
import { masthead } from '@/lib/press/parts/masthead'
import { provenance } from '@/lib/press/parts/provenance'
import { Sheet } from '@/lib/press/sheet'
import { PAGE, STYLES } from '@/lib/press/style'
import type { ReportView } from '@/lib/report/report-view'

/**
 * A report as a file for paper and screen: what its page says, in the same order. The same view is the same file. Whoever
 * waits for it may have enough of waiting; then there is none.
 */
export async function reportPdf(
  view: ReportView,
  isEnough: () => boolean = () => false,
): Promise<Result<Uint8Array<ArrayBuffer>, 'stopped'>> {
  const sheet = new Sheet({
    title: view.title,
    author: view.byline,
    subject: `${view.score} · ${view.severity}, revision ${view.number} of ${view.day}`,
    day: new Date(view.isoDay),
  })
  const flow = new Flow(sheet, isEnough)
  for (const part of partsOf(sheet, view)) if (!(await flow.add(part))) return err('stopped')
  flow.end()
  drawFeet(sheet, view)
  await setImmediate()
  return ok(sheet.end())
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

/** What of a name stands at the foot, beside the score and the number of the page. */
const NAME_MAX = 290

/** Last, because only now is it known how many pages there are. */
function drawFeet(sheet: Sheet, { name, score, severity }: ReportView): void {
  const { count } = sheet.document.bufferedPageRange()
  const [short = ''] = fitted(name, STYLES.tiny, NAME_MAX, 1)
  const title = lineOf(`${short} · agentic threat model · ${score} ${severity}`, STYLES.tiny)
  for (let page = 0; page < count; page += 1) {
    sheet.document.switchToPage(page)
    const place = lineOf(`${page + 1} / ${count}`, STYLES.tiny)
    sheet.artifact(() => {
      sheet.looseLine(title, PAGE.left, PAGE.foot)
      sheet.looseLine(place, PAGE.right - place.width, PAGE.foot)
    }, 'Pagination')
  }
}
