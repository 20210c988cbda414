'use client'

import { useEffect } from 'react'
import { dropCopiesOf } from '@/components/editor/local-copies'
import { dropWorkspaceTrays } from '@/components/tray/tray-store'

/** Takes along what this browser keeps of the account that the address names behind its hash. */
export function DropCopies() {
  useEffect(() => {
    const account = window.location.hash.slice(1)
    if (account === '') return
    dropCopiesOf(account)
    dropWorkspaceTrays()
  }, [])
  return null
}
