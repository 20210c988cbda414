'use client'

import { useEffect, useRef } from 'react'
import { isSameAgent, type Ticked, useTray, withAgents, withoutAgents } from '@/components/tray/tray-store'

/** Every agent of the page at once; half ticked where some of them are. */
export function TickAll({ place, agents, max }: { place: string; agents: readonly Ticked[]; max: number }) {
  const { ticked, change } = useTray(place)
  const box = useRef<HTMLInputElement>(null)
  const chosen = agents.filter(({ key }) => ticked.some((one) => isSameAgent(one.key, key))).length
  /** Where the tray is full, or all are in it, a press takes them out. */
  const canAdd = chosen < agents.length && ticked.length < max
  const isSome = chosen > 0 && chosen < agents.length
  useEffect(() => {
    if (box.current) box.current.indeterminate = isSome
  }, [isSome])
  return (
    <label className="inline-flex min-h-6 cursor-pointer items-center gap-2.5 text-sm unscripted:hidden">
      <input
        ref={box}
        type="checkbox"
        checked={chosen === agents.length}
        onChange={() =>
          change(canAdd ? withAgents(agents, max) : withoutAgents(agents.map(({ key }) => key)))
        }
        className="size-4 accent-accent"
      />
      Choose all on this page
    </label>
  )
}
