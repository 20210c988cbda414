'use client'

import { useEffect } from 'react'
import { dropWorkspaceTrays } from '@/components/compare/tray-store'
import { dropCopiesOf } from '@/components/editor/local-copies'

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
