'use client'

import { useEffect, useRef } from 'react'
import { tickAll, useTicked } from '@/components/workspace/ticked'

/** Every agent of the page at once; half ticked where some of them are. */
export function TickAll() {
  const { ticked, all } = useTicked()
  const box = useRef<HTMLInputElement>(null)
  const isSome = ticked > 0 && ticked < all
  useEffect(() => {
    if (box.current) box.current.indeterminate = isSome
  }, [isSome])
  return (
    <label className="inline-flex min-h-6 cursor-pointer items-center gap-2.5 text-sm unscripted:hidden">
      <input
        ref={box}
        type="checkbox"
        checked={all > 0 && ticked === all}
        onChange={({ target }) => tickAll(target.checked)}
        className="size-4 accent-accent"
      />
      Choose all on this page
    </label>
  )
}
