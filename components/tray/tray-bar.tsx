'use client'

import type { ReactNode } from 'react'
import { TRAY_FORM, useTray, withoutAgents } from '@/components/tray/tray-store'
import { KeepHand } from '@/components/ui/keep-hand'

/**
 * What was ticked so far, on this page and on others, with what can be done with it. Without script it is a plain form
 * whose boxes stand in the list; with script it is there as soon as something is ticked.
 */
export function TrayBar({
  place,
  label,
  action,
  count,
  hint,
  problem,
  onSubmit,
  children,
}: {
  place: string
  label: string
  /** Where the form leads. */
  action: string
  /** Of what is ticked, in words. */
  count: string
  /** Without script: what to do. */
  hint: string
  /** What keeps something from being done with it. */
  problem: string
  onSubmit?: (event: { preventDefault: () => void }) => void
  /** The buttons. */
  children: ReactNode
}) {
  const { ticked, change } = useTray(place)
  return (
    <form
      id={TRAY_FORM}
      action={action}
      onSubmit={onSubmit}
      aria-label={label}
      data-tray
      className={`sticky bottom-0 z-2 -mx-4 mt-6 border-t border-line-strong bg-paper px-4 py-2.5 sm:mx-0 print:hidden ${ticked.length === 0 ? 'scripted:hidden' : ''}`}
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <details className="min-w-0 flex-1 text-sm scripted:block unscripted:hidden">
          <summary className="w-fit cursor-pointer py-1">
            <span role="status">{count}</span>
          </summary>
          <KeepHand id="tray-agents">
            <ul className="max-h-48 overflow-y-auto pt-1 pb-2">
              {ticked.map(({ key, name }) => (
                <li key={key} className="flex items-center justify-between gap-3">
                  <span className="min-w-0 truncate">{name}</span>
                  <button
                    type="button"
                    onClick={() => change(withoutAgents([key]))}
                    className="min-h-6 shrink-0 cursor-pointer px-1 text-xs text-accent underline"
                  >
                    Remove<span className="sr-only"> {name}</span>
                  </button>
                </li>
              ))}
            </ul>
          </KeepHand>
        </details>
        <p className="text-sm text-ink-soft scripted:hidden">{hint}</p>
        <button
          type="button"
          onClick={() => change(() => [])}
          className="min-h-8 cursor-pointer px-1 text-sm text-accent underline unscripted:hidden"
        >
          Clear
        </button>
        {children}
      </div>
      <p id={`${TRAY_FORM}-full`} role="status" className="text-xs text-ink-soft empty:hidden">
        {problem}
      </p>
    </form>
  )
}
