'use client'

import { type ReactNode, type SyntheticEvent, useEffect, useRef } from 'react'

const STOPS = 'a[href], button, input:not([type=hidden])'

/** A new address renders the page anew, so that what was pressed is remembered beside it. */
let pressed: { readonly id: string; readonly place: number } | undefined

/**
 * Around things that go away when they are pressed: whoever works by keyboard is then at the one that took its place, or
 * at the last, and where there is none at the box itself, instead of at the beginning of the page.
 */
export function KeepHand({
  id,
  className,
  children,
}: {
  id: string
  className?: string
  children: ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (pressed?.id !== id || document.activeElement !== document.body) return
    const stops = box.current?.querySelectorAll<HTMLElement>(STOPS)
    const next = stops?.[Math.min(pressed.place, stops.length - 1)] ?? box.current
    pressed = undefined
    next?.focus()
  })
  const remember = ({ target, currentTarget }: SyntheticEvent) => {
    const stops = [...currentTarget.querySelectorAll(STOPS)]
    const place = stops.findIndex((stop) => target instanceof Node && stop.contains(target))
    pressed = place < 0 ? undefined : { id, place }
  }
  return (
    <div ref={box} tabIndex={-1} onClickCapture={remember} className={className}>
      {children}
    </div>
  )
}
