import type { ReactNode } from 'react'
import type { AgentHead } from '@/lib/compare/agent-head'

/** Wide enough for a figure with its bar; a phone shows two agents at once and swipes to the others. */
const WIDTHS: Readonly<Record<number, string>> = {
  2: 'min-w-[22rem]',
  3: 'min-w-[29.5rem]',
  4: 'min-w-[37rem]',
  5: 'min-w-[44.5rem]',
  6: 'min-w-[52rem]',
}

/**
 * A table with one column for each agent. All of a comparison have the same columns, so that an agent stands at the same
 * place in each; what does not fit is swiped within the table while its first column stays.
 */
export function AlignedTable({
  label,
  corner,
  agents,
  heads,
  children,
}: {
  label: string
  /** What the first column holds. */
  corner: string
  agents: readonly AgentHead[]
  /** In the place of the bare names. */
  heads?: readonly ReactNode[]
  children: ReactNode
}) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer scrolls it by the arrow keys.
      tabIndex={0}
      className="relative overflow-x-auto print:overflow-visible"
    >
      <table
        className={`w-full table-fixed border-collapse text-sm ${WIDTHS[agents.length] ?? ''} print:min-w-0 print:text-[0.6875rem]`}
      >
        <colgroup>
          <col className="w-28 sm:w-40 print:w-24" />
          {agents.map(({ key }) => (
            <col key={key} />
          ))}
        </colgroup>
        <thead>
          <tr className="border-b-2 border-ink align-bottom">
            <th scope="col" className={`${FIRST} text-xs font-normal text-ink-soft`}>
              {corner}
            </th>
            {agents.map(({ key, name }, place) => (
              <th
                key={key}
                scope="col"
                className={`${CELL} text-left font-semibold hyphens-auto break-words`}
              >
                {heads?.[place] ?? name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}

const CELL = 'px-2 py-2 print:px-1 print:py-1'
const FIRST = `${CELL} sticky left-0 z-1 bg-canvas pl-0 text-left`

/** A row says what it is about in the column that stays. */
export const Row = ({ name, note, children }: { name: string; note?: ReactNode; children: ReactNode }) => (
  <tr className="break-inside-avoid border-b border-line align-top">
    <th scope="row" className={`${FIRST} font-medium`}>
      {name}
      {note !== undefined && <span className="block text-xs font-normal text-ink-soft">{note}</span>}
    </th>
    {children}
  </tr>
)

/** The worst of a row is marked by its ground, its weight and a sign, and said. */
export const Cell = ({
  isHighest = false,
  below,
  children,
}: {
  isHighest?: boolean
  below?: ReactNode
  children: ReactNode
}) => (
  <td className={`${CELL} ${isHighest ? 'bg-accent-wash font-semibold [print-color-adjust:exact]' : ''}`}>
    {children}
    {isHighest && (
      <span className="ml-1.5 text-xs text-accent">
        <span aria-hidden="true">▲</span>
        <span className="sr-only">, the highest</span>
      </span>
    )}
    {below}
  </td>
)
