import type { ComponentProps } from 'react'
import { type Look, lookOf } from '@/components/ui/button'
import { Link } from '@/components/ui/link'

/** A way to somewhere that stands among buttons. */
export const LinkButton = ({
  look = 'quiet',
  ...rest
}: Omit<ComponentProps<typeof Link>, 'className'> & { look?: Look }) => (
  <Link className={`inline-flex items-center no-underline ${lookOf(look)}`} {...rest} />
)
