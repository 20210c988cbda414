import type { ComponentProps } from 'react'
import { Link } from '@/components/ui/link'

/** The name of something that leads to it: a list of names is text first, and links at a second look. */
export const NameLink = ({ className = '', ...rest }: ComponentProps<typeof Link>) => (
  <Link className={`text-ink decoration-line-strong hover:text-accent ${className}`} {...rest} />
)
