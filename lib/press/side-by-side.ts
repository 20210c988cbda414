import { ROW_MAX, row } from '@/lib/press/blocks'
import type { Columns, Slice } from '@/lib/press/flow'
import type { Sheet } from '@/lib/press/sheet'

/**
 * Passages side by side: in one piece where they are short, and else each at its own pace over as many pages as it takes.
 * No more of them is made to find out than would stand on one page.
 */
export function* sideBySide(
  sheet: Sheet,
  passages: readonly Iterable<Slice>[],
  { gap, head }: Pick<Columns, 'gap' | 'head'>,
): Generator<Slice | Columns> {
  const { page } = sheet.grid
  const begun: Begun[] = []
  const whole = head(passages.map(() => false))
  for (const slices of passages) {
    begun.push(begin(slices, (page.bottom - page.top) * ROW_MAX))
    yield { ...PAUSE, head: whole }
  }
  if (begun.every(({ rest }) => rest === null))
    yield* row(
      sheet,
      begun.map(({ made }) => made),
      { gap, head: whole },
    )
  else yield { columns: begun.map(goOn), gap, head }
}

/** Draws nothing: to read and to set one passage may take a while, and the flow gives way before the next. */
const PAUSE: Slice = { height: 0, draw: () => {}, glued: true }

type Begun = { readonly made: readonly Slice[]; readonly rest: Iterator<Slice> | null }

function begin(slices: Iterable<Slice>, heightMax: number): Begun {
  const rest = slices[Symbol.iterator]()
  const made: Slice[] = []
  let height = 0
  for (let next = rest.next(); !next.done; next = rest.next()) {
    made.push(next.value)
    height += next.value.height + (next.value.gap ?? 0)
    if (height > heightMax) return { made, rest }
  }
  return { made, rest: null }
}

function* goOn({ made, rest }: Begun): Generator<Slice> {
  yield* made
  for (let next = rest?.next(); next && !next.done; next = rest?.next()) yield next.value
}
