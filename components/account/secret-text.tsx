'use client'

import { type ReactNode, useState } from 'react'

/** A link or a token that is shown this once, for one person. */
export function SecretText({
  title,
  text,
  copy,
  children,
}: {
  title: string
  text: string
  /** What the button that copies is called. */
  copy: string
  children?: ReactNode
}) {
  const [copied, setCopied] = useState(false)
  const takeCopy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <div className="w-full max-w-md rounded-md border border-line bg-paper p-4 text-sm" role="status">
      <p className="font-semibold">{title}</p>
      {children}
      <p className="figures mt-2 break-all">{text}</p>
      <button
        type="button"
        onClick={takeCopy}
        className="mt-3 min-h-9 cursor-pointer rounded-md border border-line-strong px-3 unscripted:hidden hover:bg-sunken"
      >
        {copied ? 'Copied' : copy}
      </button>
    </div>
  )
}
