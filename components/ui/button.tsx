import type { ComponentProps } from 'react'

export function Button({ className = '', ...rest }: ComponentProps<'button'>) {
  return (
    <button
      className={`min-h-10 cursor-pointer rounded-md bg-accent px-4 text-sm font-semibold text-accent-ink hover:brightness-110 active:brightness-95 ${className}`}
      {...rest}
    />
  )
}
