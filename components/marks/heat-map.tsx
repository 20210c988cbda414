import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'

/**
 * A table whose cells are shaded by what they say. It is wider than a telephone, so it moves sideways under its first
 * column, which stays.
 */
export function HeatMap({
  label,
  columns,
  foot,
  hasFigures = false,
  children,
}: {
  label: string
  columns: readonly { readonly id: string; readonly name: string }[]
  foot: { readonly head: ReactNode; readonly cells: readonly ReactNode[] }
  /** Whether its cells hold figures, and not words. */
  hasFigures?: boolean
  children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what moves sideways has to move by the keyboard too.
    <section aria-label={label} tabIndex={0} className="relative overflow-x-auto print:overflow-visible">
      <table
        className={`w-full min-w-[52rem] table-fixed border-separate border-spacing-0 text-xs ${CELLS} ${hasFigures ? '[&>tbody>tr>td]:figures' : ''}`}
      >
        <thead>
          <tr>
            <th className={`${HEAD} align-bottom font-normal text-ink-soft`} scope="col">
              Agent
            </th>
            {columns.map(({ id, name }) => (
              <th
                key={id}
                scope="col"
                className="pb-2 text-center align-bottom text-[0.6875rem] leading-tight font-normal tracking-tight text-ink-soft"
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {children}
        <tfoot className="print:table-row-group">
          <tr>
            <th scope="row" className={`${HEAD} border-t border-line-strong py-2 font-normal text-ink-soft`}>
              {foot.head}
            </th>
            {columns.map(({ id }, place) => (
              <td key={id} className="figures border-t border-line-strong px-1 py-2 text-center">
                {foot.cells[place]}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

/** Said once for the table: repeated at each of its hundreds of cells it would be most of the page. */
const CELLS =
  '[&>tbody>tr>td]:border-t [&>tbody>tr>td]:border-line [&>tbody>tr>td]:p-px [&>tbody>tr>td]:text-center [&>tbody>tr>td>*]:flex [&>tbody>tr>td>*]:min-h-8 [&>tbody>tr>td>*]:items-center [&>tbody>tr>td>*]:justify-center [&>tbody>tr>td>*]:rounded-sm [&>tbody>tr>td>*]:[print-color-adjust:exact]'

const HEAD = 'sticky left-0 z-[1] w-44 bg-canvas pr-3 text-left sm:w-72'

export const HeatMapRow = ({ head, children }: { head: ReactNode; children: ReactNode }) => (
  <tr>
    <th scope="row" className={`${HEAD} border-t border-line py-1 text-sm font-normal`}>
      {head}
    </th>
    {children}
  </tr>
)

/** A cell leads to what it says; the row does so by keyboard too, and a hundred more stops would help nobody. */
export const HeatMapCell = ({
  shade,
  href,
  children,
}: {
  shade: Shade
  /** Null where nothing is to be seen. */
  href: string | null
  children: ReactNode
}) => (
  <td>
    {href === null ? (
      <span className={SHADES[shade]}>{children}</span>
    ) : (
      <Link href={href} tabIndex={-1} className={`no-underline hover:underline ${SHADES[shade]}`}>
        {children}
      </Link>
    )}
  </td>
)

/** Each darker than the one before, with a leap to the last two, so that what is high is found without reading. */
const SHADES = {
  none: 'text-ink-faint',
  least: 'bg-accent/5 text-ink',
  less: 'bg-accent/15 text-ink',
  middle: 'bg-accent/25 text-ink',
  more: 'bg-accent/38 text-ink',
  high: 'bg-accent/90 font-semibold text-accent-ink',
  highest: 'bg-accent font-semibold text-accent-ink',
} as const
export type Shade = keyof typeof SHADES
