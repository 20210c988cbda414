import type { ReactNode } from 'react'

/** Something to know before reading on; not an error. */
export function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <aside className="prose mb-6 border-l-3 border-medium-mark bg-paper px-4 py-3 text-sm">
      <p className="font-semibold">{title}</p>
      <div className="mt-1 space-y-1 text-ink-soft">{children}</div>
    </aside>
  )
}
