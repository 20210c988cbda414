'use client'

import { dropWorkspaceTrays } from '@/components/compare/tray-store'
import { dropCopiesOf } from '@/components/editor/local-copies'
import { Button } from '@/components/ui/button'

/** Texts that this browser keeps go with the person. */
export function SignOutForm({ account }: { account: string }) {
  const drop = () => {
    dropCopiesOf(account)
    dropWorkspaceTrays()
  }
  return (
    <form method="post" action="/sign-out" className="mt-4" onSubmit={drop}>
      <Button type="submit">Sign out</Button>
    </form>
  )
}
