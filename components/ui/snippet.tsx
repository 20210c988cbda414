'use client'

import { useState } from 'react'

/** A line of text to put elsewhere. It can be marked by hand, and copied where there is script. */
export function Snippet({ text, copy }: { text: string; copy: string }) {
  const [isCopied, setCopied] = useState(false)
  const take = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <div className="min-w-0">
      <pre className="figures rounded-md border border-line bg-paper p-3 text-xs break-all whitespace-pre-wrap">
        <code>{text}</code>
      </pre>
      <button
        type="button"
        onClick={take}
        className="mt-2 min-h-8 cursor-pointer rounded-md border border-line-strong px-3 text-xs hover:bg-sunken"
      >
        {copy}
      </button>
      <span role="status" className="ml-3 text-xs text-ink-soft">
        {isCopied && 'Copied.'}
      </span>
    </div>
  )
}
