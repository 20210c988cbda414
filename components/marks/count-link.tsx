import type { ReactNode } from 'react'
import { NameLink } from '@/components/ui/name-link'

/** A figure that leads to what it counts; nothing stands behind a zero. */
export const CountLink = ({
  count,
  href,
  text,
  label,
}: {
  count: number
  href: string
  text: string
  /** What is counted, where only a table around it says so. */
  label?: string
}): ReactNode =>
  count === 0 ? (
    <span className="text-ink-faint">{text}</span>
  ) : (
    <NameLink
      href={href}
      aria-label={label === undefined ? undefined : `${text} ${label}`}
      className="inline-block min-w-6 py-0.5"
    >
      {text}
    </NameLink>
  )
