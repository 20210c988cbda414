'use client'

import { useEffect, useState } from 'react'
import { FormField } from '@/components/forms/form-field'
import type { FormState } from '@/lib/forms/form-state'

/** A code that a link carries behind its hash, where no server and no log ever sees it; it can be typed as well. */
export function HashField({ label, state }: { label: string; state: FormState }) {
  const [code, setCode] = useState('')
  useEffect(() => {
    const { hash } = window.location
    if (hash.length > 1) setCode(hash.slice(1))
  }, [])
  return (
    <FormField
      label={label}
      name="code"
      state={state}
      value={code}
      onChange={(event) => setCode(event.target.value)}
      autoComplete="off"
      spellCheck={false}
      required
    />
  )
}
