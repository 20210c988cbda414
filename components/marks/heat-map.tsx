import type { ReactNode } from 'react'

/**
 * A table whose cells are shaded by what they say. It is wider than a telephone, so it moves sideways under its first
 * column, which stays.
 */
export function HeatMap({
  label,
  columns,
  foot,
  children,
}: {
  label: string
  columns: readonly { readonly id: string; readonly name: string }[]
  foot: { readonly head: ReactNode; readonly cells: readonly ReactNode[] }
  children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what moves sideways has to move by the keyboard too.
    <section aria-label={label} tabIndex={0} className="relative overflow-x-auto print:overflow-visible">
      <table className="w-full min-w-[52rem] table-fixed border-separate border-spacing-0 text-xs">
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
        <tfoot>
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

const HEAD = 'sticky left-0 z-[1] w-44 bg-canvas pr-3 text-left sm:w-72'

export const HeatMapRow = ({ head, children }: { head: ReactNode; children: ReactNode }) => (
  <tr>
    <th scope="row" className={`${HEAD} border-t border-line py-1 text-sm font-normal`}>
      {head}
    </th>
    {children}
  </tr>
)

export const HeatMapCell = ({ shade, children }: { shade: Shade; children: ReactNode }) => (
  <td className="border-t border-line p-px text-center">
    <span
      className={`figures flex min-h-8 items-center justify-center rounded-sm [print-color-adjust:exact] ${SHADES[shade]}`}
    >
      {children}
    </span>
  </td>
)

/** Each darker than the one before, with a leap to the last two, so that what is high is found without reading. */
const SHADES = {
  none: 'text-ink-faint',
  least: 'bg-accent/5',
  less: 'bg-accent/15',
  middle: 'bg-accent/25',
  more: 'bg-accent/38',
  high: 'bg-accent/90 font-semibold text-accent-ink',
  highest: 'bg-accent font-semibold text-accent-ink',
} as const
export type Shade = keyof typeof SHADES
