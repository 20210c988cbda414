import type { ComponentProps } from 'react'
import { Link } from '@/components/ui/link'

const LOOKS = {
  main: 'bg-accent font-semibold text-accent-ink hover:brightness-110',
  quiet: 'border border-line-strong bg-paper text-ink hover:bg-sunken',
} as const

/** A way to somewhere that stands among buttons. */
export const LinkButton = ({
  look = 'quiet',
  ...rest
}: Omit<ComponentProps<typeof Link>, 'className'> & { look?: keyof typeof LOOKS }) => (
  <Link
    className={`inline-flex min-h-10 items-center rounded-md px-4 text-sm no-underline ${LOOKS[look]}`}
    {...rest}
  />
)
