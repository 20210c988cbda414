import type { ComponentProps } from 'react'

export function Radio({ children, ...rest }: ComponentProps<'input'>) {
  return (
    <label className="flex min-h-6 cursor-pointer items-baseline gap-2.5 text-sm">
      <input type="radio" className="size-4 shrink-0 translate-y-0.5 accent-accent" {...rest} />
      <span>{children}</span>
    </label>
  )
}
