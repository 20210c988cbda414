import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/** Every page is rendered for the request that asks for it, so fetching ahead would render pages that nobody reads. */
export const Link = (props: Omit<ComponentProps<typeof NextLink>, 'prefetch'>) => (
  <NextLink {...props} prefetch={false} />
)
