'use client'

import { dropAllCopies } from '@/components/editor/local-copies'
import { Button } from '@/components/ui/button'

/** Texts that this browser keeps go with the person; the server says the same in a header, for who has no script. */
export function SignOutForm() {
  return (
    <form method="post" action="/sign-out" className="mt-4" onSubmit={dropAllCopies}>
      <Button type="submit">Sign out</Button>
    </form>
  )
}
