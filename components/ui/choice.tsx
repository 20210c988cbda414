import type { ComponentProps } from 'react'

/** One of several to choose from, or to tick, with its name beside it. */
export function Choice({ children, ...rest }: ComponentProps<'input'> & { type: 'radio' | 'checkbox' }) {
  return (
    <label className="flex min-h-6 cursor-pointer items-baseline gap-2.5 text-sm">
      <input className="size-4 shrink-0 translate-y-0.5 accent-accent" {...rest} />
      <span>{children}</span>
    </label>
  )
}
