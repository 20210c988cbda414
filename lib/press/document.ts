import { setImmediate } from 'node:timers/promises'
import { err, ok, type Result } from '@/lib/base/result'
import { lineOf } from '@/lib/press/blocks'
import { type Columns, Flow, type Slice } from '@/lib/press/flow'
import { Sheet, type SheetInfo } from '@/lib/press/sheet'
import { STYLES } from '@/lib/press/style'

export type Pdf = Result<Uint8Array<ArrayBuffer>, 'stopped'>

/** What stands on the pages of a document, in its order, and at the foot of each of them. */
export type Content = {
  readonly parts: (sheet: Sheet) => Iterable<Iterable<Slice | Columns>>
  readonly foot: string
}

/** Whoever waits for a document may have enough of waiting; then there is none. */
export async function printDocument(
  info: SheetInfo,
  { parts, foot }: Content,
  isEnough: () => boolean,
): Promise<Pdf> {
  const sheet = new Sheet(info)
  const flow = new Flow(sheet, isEnough)
  for (const part of parts(sheet)) if (!(await flow.add(part))) return err('stopped')
  flow.end()
  drawFeet(sheet, foot)
  await setImmediate()
  return ok(sheet.end())
}

/** Last, because only now is it known how many pages there are. */
function drawFeet(sheet: Sheet, foot: string): void {
  const { count } = sheet.document.bufferedPageRange()
  const { page } = sheet.grid
  const title = lineOf(foot, STYLES.tiny)
  for (let number = 1; number <= count; number += 1) {
    sheet.document.switchToPage(number - 1)
    const place = lineOf(`${number} / ${count}`, STYLES.tiny)
    sheet.artifact(() => {
      sheet.looseLine(title, page.left, page.foot)
      sheet.looseLine(place, page.right - place.width, page.foot)
    }, 'Pagination')
  }
}
