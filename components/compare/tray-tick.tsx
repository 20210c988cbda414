'use client'

import { TRAY_FORM, useTray } from '@/components/compare/tray-store'
import { AGENTS_MAX } from '@/lib/compare/compared-agent'

/**
 * Puts one agent of a list into the tray. By itself it is a box of the tray's form, which compares what is ticked on
 * this page.
 */
export function TrayTick({ place, agent, name }: { place: string; agent: string; name: string }) {
  const { ticked, keep } = useTray(place)
  const isTicked = ticked.some(({ key }) => key === agent)
  const isFull = ticked.length >= AGENTS_MAX && !isTicked
  return (
    <label
      className={`inline-flex min-h-6 items-center gap-1.5 ${isFull ? 'text-ink-faint' : 'cursor-pointer'}`}
    >
      <input
        type="checkbox"
        form={TRAY_FORM}
        name="agents"
        value={agent}
        checked={isTicked}
        aria-disabled={isFull}
        aria-describedby={isFull ? `${TRAY_FORM}-full` : undefined}
        onChange={({ target }) => {
          const others = ticked.filter(({ key }) => key !== agent)
          if (!target.checked) keep(others)
          else if (others.length < AGENTS_MAX) keep([...others, { key: agent, name }])
        }}
        className="size-4 accent-accent"
      />
      Compare<span className="sr-only"> {name}</span>
    </label>
  )
}
