'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { TRAY_FORM, useTray } from '@/components/compare/tray-store'
import { Button } from '@/components/ui/button'
import { KeepHand } from '@/components/ui/keep-hand'
import { AGENTS_MAX, AGENTS_MIN } from '@/lib/compare/compared-agent'

/**
 * What was ticked so far, on this page and on others. Without script it is the button of a plain form whose boxes stand
 * in the list; with script it is there as soon as something is ticked, and holds what earlier pages added.
 */
export function Tray({ place }: { place: string }) {
  const { ticked, keep } = useTray(place)
  const router = useRouter()
  const compare = (event: FormEvent) => {
    event.preventDefault()
    router.push(`${place}?agents=${ticked.map(({ key }) => key).join(',')}`)
  }
  return (
    <form
      id={TRAY_FORM}
      action={place}
      onSubmit={compare}
      aria-label="To compare"
      data-tray
      className={`sticky bottom-0 z-2 -mx-4 mt-6 border-t border-line-strong bg-paper px-4 py-2.5 sm:mx-0 print:hidden ${ticked.length === 0 ? 'scripted:hidden' : ''}`}
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <details className="min-w-0 flex-1 text-sm scripted:block unscripted:hidden">
          <summary className="w-fit cursor-pointer py-1">
            <span role="status">
              {ticked.length} of {AGENTS_MAX} to compare
            </span>
          </summary>
          <KeepHand id="tray-agents">
            <ul className="max-h-48 overflow-y-auto pt-1 pb-2">
              {ticked.map(({ key, name }) => (
                <li key={key} className="flex items-center justify-between gap-3">
                  <span className="min-w-0 truncate">{name}</span>
                  <button
                    type="button"
                    onClick={() => keep(ticked.filter((one) => one.key !== key))}
                    className="min-h-6 shrink-0 cursor-pointer px-1 text-xs text-accent underline"
                  >
                    Remove<span className="sr-only"> {name}</span>
                  </button>
                </li>
              ))}
            </ul>
          </KeepHand>
        </details>
        <p className="text-sm text-ink-soft scripted:hidden">Tick two to six agents of this page.</p>
        <button
          type="button"
          onClick={() => keep([])}
          className="min-h-8 cursor-pointer px-1 text-sm text-accent underline unscripted:hidden"
        >
          Clear
        </button>
        <Button type="submit">Compare</Button>
      </div>
      <p id={`${TRAY_FORM}-full`} role="status" className="text-xs text-ink-soft empty:hidden">
        {ticked.length >= AGENTS_MAX && `${AGENTS_MAX} is the most. Remove one to add another.`}
        {ticked.length > 0 && ticked.length < AGENTS_MIN && 'Tick one more to compare.'}
      </p>
    </form>
  )
}
