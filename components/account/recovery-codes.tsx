'use client'

import { useState } from 'react'
import { Link } from '@/components/ui/link'

const BUTTON =
  'min-h-10 cursor-pointer rounded-md border border-line-strong bg-paper px-4 text-sm hover:bg-sunken'

/** Shown once: what is stored can be checked, and is not shown again. */
export function RecoveryCodes({ title, codes }: { title: string; codes: readonly string[] }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'))
    setCopied(true)
  }
  return (
    <section aria-labelledby="recovery-codes" className="max-w-md">
      <div role="status">
        <h2 id="recovery-codes" className="text-lg">
          {title}
        </h2>
        <p className="mt-2 text-sm text-ink-soft">
          Keep these recovery codes where you keep passwords, or on paper. Without your phone each of them
          signs you in once. They are shown only now.
        </p>
      </div>
      <ol className="figures mt-4 grid grid-cols-1 gap-x-8 gap-y-1 rounded-md border border-line bg-paper p-4 text-sm min-[30rem]:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="mt-4 flex flex-wrap items-center gap-3 print:hidden">
        <button type="button" className={BUTTON} onClick={copy}>
          {copied ? 'Copied' : 'Copy codes'}
        </button>
        <button type="button" className={BUTTON} onClick={() => window.print()}>
          Print
        </button>
        <Link href="/account" className="text-sm">
          I have kept them
        </Link>
      </div>
    </section>
  )
}
