'use client'

import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Link } from '@/components/ui/link'

/** Shown once: what is stored can be checked, and is not shown again. */
export function RecoveryCodes({ title, codes }: { title: string; codes: readonly string[] }) {
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
        <CopyButton text={codes.join('\n')} name="Copy codes" />
        <Button type="button" look="quiet" onClick={() => window.print()}>
          Print
        </Button>
        <Link href="/account" className="text-sm">
          I have kept them
        </Link>
      </div>
    </section>
  )
}
