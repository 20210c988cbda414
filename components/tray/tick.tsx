'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import {
  isSameAgent,
  TRAY_FIELD,
  TRAY_FORM,
  useTray,
  withAgents,
  withoutAgents,
} from '@/components/tray/tray-store'

/** Puts one agent of a list into the tray. Without script it is a box of the tray's form, which takes what is ticked on this page. */
export function Tick({
  place,
  agent,
  name,
  max,
  children,
}: {
  place: string
  /** As it stands in the address of a comparison. */
  agent: string
  name: string
  max: number
  /** What the box is called; it has to name the agent. */
  children: ReactNode
}) {
  const { ticked, change } = useTray(place)
  const box = useRef<HTMLInputElement>(null)
  const isTicked = ticked.some(({ key }) => isSameAgent(key, agent))
  const isFull = ticked.length >= max && !isTicked
  const choose = (isWanted: boolean) =>
    change(isWanted ? withAgents([{ key: agent, name }], max) : withoutAgents([agent]))
  // biome-ignore lint/correctness/useExhaustiveDependencies: a box may have been ticked before its script was there; that is asked once.
  useEffect(() => {
    if (box.current?.checked && !isTicked && !isRestored()) choose(true)
  }, [])
  return (
    <label
      className={`inline-flex min-h-6 min-w-6 items-center gap-1.5 ${isFull ? 'text-ink-faint' : 'cursor-pointer'}`}
    >
      <input
        ref={box}
        type="checkbox"
        form={TRAY_FORM}
        name={TRAY_FIELD}
        value={agent}
        checked={isTicked}
        aria-disabled={isFull}
        aria-describedby={isFull ? `${TRAY_FORM}-full` : undefined}
        onChange={({ target }) => choose(target.checked)}
        className="size-4 accent-accent"
      />
      {children}
    </label>
  )
}

/** A page that is loaded again, or gone back to, comes with the ticks that it had then, and the tray knows better. */
function isRestored(): boolean {
  const [entry] = performance.getEntriesByType('navigation')
  return entry !== undefined && 'type' in entry && entry.type !== 'navigate'
}
