import { widestWhy } from '@/lib/compare/present'
import { kept } from '@/lib/press/blocks'
import { type Pdf, printDocument } from '@/lib/press/document'
import type { Columns, Slice } from '@/lib/press/flow'
import { fitted } from '@/lib/press/outlines'
import { comparedFactors } from '@/lib/press/parts/comparison/factors'
import { comparedLayers } from '@/lib/press/parts/comparison/layers'
import type { PrintedComparison } from '@/lib/press/parts/comparison/matters'
import { method } from '@/lib/press/parts/comparison/method'
import { comparedReach } from '@/lib/press/parts/comparison/reach'
import { scores } from '@/lib/press/parts/comparison/scores'
import { opening, standing } from '@/lib/press/parts/comparison/standing'
import { whyDifferent } from '@/lib/press/parts/comparison/why'
import type { Sheet } from '@/lib/press/sheet'
import { LANDSCAPE, STYLES } from '@/lib/press/style'

export type { PrintedComparison }

/** A comparison as a file for paper and screen: what its page says, in the same order. The same matters are the same file. */
export function comparisonPdf(
  printed: PrintedComparison,
  isEnough: () => boolean = () => false,
): Promise<Pdf> {
  const { view, paper } = printed
  return printDocument(
    {
      title: paper.title,
      author: paper.source,
      subject: view.standing.groups.map(({ priority }) => priority).join(' '),
      day: new Date(paper.isoDay),
      // Six agents need the width, and one grid for all of them keeps a reader at home.
      grid: LANDSCAPE,
    },
    { parts: (sheet) => partsOf(sheet, printed), foot: footOf(printed) },
    isEnough,
  )
}

function* partsOf(sheet: Sheet, printed: PrintedComparison): Generator<Iterable<Slice | Columns>> {
  const { view } = printed
  const why = printed.why ?? widestWhy(view.whys)
  yield opening(sheet, printed)
  yield standing(sheet, view)
  yield scores(sheet, view)
  if (why) yield kept(sheet, whyDifferent(sheet, why))
  yield comparedFactors(sheet, view)
  yield comparedLayers(sheet, view)
  if (view.reach.some((reach) => reach !== null)) yield comparedReach(sheet, view)
  yield kept(sheet, method(sheet, printed))
}

/** What of a title, and of the names of drafts, stands at the foot. */
const TITLE_MAX = 290
const DRAFTS_MAX = 250

/** Drafts are told on every page, as pages go astray. */
function footOf({ view: { agents }, paper }: PrintedComparison): string {
  const [short = ''] = fitted(paper.title, STYLES.tiny, TITLE_MAX, 1)
  const drafts = agents.filter(({ source }) => source.isDraft).map(({ name }) => name)
  const [names = ''] = fitted(drafts.join(', '), STYLES.tiny, DRAFTS_MAX, 1)
  return [
    short,
    `comparison of ${agents.length} agents`,
    ...(drafts.length === 0 ? [] : [`draft, not published: ${names}`]),
  ].join(' · ')
}
