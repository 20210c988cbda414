'use client'

import { type ReactNode, useState } from 'react'

/** A link that is shown this once, for one person. */
export function SecretLink({ title, link, children }: { title: string; link: string; children?: ReactNode }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(link)
    setCopied(true)
  }
  return (
    <div className="w-full max-w-md rounded-md border border-line bg-paper p-4 text-sm" role="status">
      <p className="font-semibold">{title}</p>
      {children}
      <p className="figures mt-2 break-all">{link}</p>
      <button
        type="button"
        onClick={copy}
        className="mt-3 min-h-9 cursor-pointer rounded-md border border-line-strong px-3 hover:bg-sunken"
      >
        {copied ? 'Copied' : 'Copy link'}
      </button>
    </div>
  )
}
