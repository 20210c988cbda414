'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'

const TOLD = {
  copied: 'Copied.',
  refused: 'The browser does not let this page copy. Mark the text and copy it yourself.',
} as const

/** Copies a text and says whether that worked. It is not there without script, where a text is marked by hand. */
export function CopyButton({
  text,
  name,
  describedBy,
}: {
  text: string
  name: string
  describedBy?: string | undefined
}) {
  const [outcome, setOutcome] = useState<keyof typeof TOLD>()
  // A page that came without encryption has no clipboard at all.
  const copy = () =>
    navigator.clipboard === undefined
      ? setOutcome('refused')
      : navigator.clipboard.writeText(text).then(
          () => setOutcome('copied'),
          () => setOutcome('refused'),
        )
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 unscripted:hidden print:hidden">
      <Button type="button" look="quiet" onClick={copy} aria-describedby={describedBy}>
        {name}
      </Button>
      <span role="status" className="text-xs text-ink-soft">
        {outcome && TOLD[outcome]}
      </span>
    </div>
  )
}
