import type { ComponentProps } from 'react'
import { Button } from '@/components/ui/button'

/**
 * Sends its form. While that is on its way it sends nothing more, and is not disabled: whoever pressed it by keyboard
 * would be put back to the top of the page.
 */
export function SubmitButton({
  pending,
  className = '',
  ...rest
}: Omit<ComponentProps<typeof Button>, 'type' | 'onClick'> & { pending: boolean }) {
  return (
    <Button
      type="submit"
      aria-disabled={pending}
      onClick={(event) => pending && event.preventDefault()}
      className={`aria-disabled:cursor-default aria-disabled:opacity-60 ${className}`}
      {...rest}
    />
  )
}
