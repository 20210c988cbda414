import { useEffect, useState } from 'react'
import { TICK_FORM } from '@/components/workspace/tick-form'

/** The boxes say themselves what is ticked, so that a list works before, and without, any script. */
const allBoxes = (): readonly HTMLInputElement[] => [
  ...document.querySelectorAll<HTMLInputElement>(`input[type=checkbox][form=${TICK_FORM}]`),
]

export const tickedBoxes = (): readonly HTMLInputElement[] => allBoxes().filter(({ checked }) => checked)

const count = () => ({ ticked: tickedBoxes().length, all: allBoxes().length })

/** How many agents of the page are ticked, and how many there are; a browser keeps ticks over a step back. */
export function useTicked(): { readonly ticked: number; readonly all: number } {
  const [counted, setCounted] = useState({ ticked: 0, all: 0 })
  useEffect(() => {
    const recount = () => setCounted(count())
    recount()
    document.addEventListener('change', recount)
    window.addEventListener('pageshow', recount)
    return () => {
      document.removeEventListener('change', recount)
      window.removeEventListener('pageshow', recount)
    }
  }, [])
  return counted
}

export function tickAll(isTicked: boolean): void {
  const all = allBoxes()
  for (const box of all) box.checked = isTicked
  all[0]?.dispatchEvent(new Event('change', { bubbles: true }))
}
