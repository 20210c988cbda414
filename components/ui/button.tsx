import type { ComponentProps } from 'react'

const LOOKS = {
  main: 'bg-accent font-semibold text-accent-ink hover:brightness-110 active:brightness-95',
  quiet: 'border border-line-strong bg-paper text-ink hover:bg-sunken',
} as const

export type Look = keyof typeof LOOKS

/** One main button a page, as far as that goes; the others are quiet. */
export const lookOf = (look: Look): string => `min-h-10 rounded-md px-4 text-sm ${LOOKS[look]}`

export function Button({
  className = '',
  look = 'main',
  ...rest
}: ComponentProps<'button'> & { look?: Look }) {
  return <button className={`cursor-pointer ${lookOf(look)} ${className}`} {...rest} />
}
