import type { ReactNode } from 'react'

/** Something that few need, behind the line that says what it is. */
export function Fold({
  summary,
  isQuiet = false,
  isOpen,
  describedBy,
  className,
  children,
}: {
  summary: ReactNode
  isQuiet?: boolean
  /** From when there is something in it that has to be seen. */
  isOpen?: boolean
  /** The id of what it is about, where its line alone does not say. */
  describedBy?: string
  className?: string
  children: ReactNode
}) {
  return (
    <details className={className} open={isOpen}>
      <summary
        className={`w-fit cursor-pointer py-0.5 text-sm ${isQuiet ? 'text-ink-soft' : 'text-accent'}`}
        aria-describedby={describedBy}
      >
        {summary}
      </summary>
      {children}
    </details>
  )
}
