'use client'

import { dropCopiesOf } from '@/components/editor/local-copies'
import { Button } from '@/components/ui/button'

/** Texts that this browser keeps go with the person. */
export function SignOutForm({ account }: { account: string }) {
  return (
    <form method="post" action="/sign-out" className="mt-4" onSubmit={() => dropCopiesOf(account)}>
      <Button type="submit">Sign out</Button>
    </form>
  )
}
