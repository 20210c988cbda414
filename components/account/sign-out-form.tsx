'use client'

import { dropCopiesOf } from '@/components/editor/local-copies'
import { dropWorkspaceTrays } from '@/components/tray/tray-store'
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
