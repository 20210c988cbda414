'use client'

import { useActionState, useEffect, useState } from 'react'
import { setUp } from '@/app/setup/actions'
import { FormField, problemOf } from '@/components/account/form-field'
import { ActionForm } from '@/components/ui/action-form'
import { UNTOUCHED } from '@/lib/forms/form-state'

export function SetupForm() {
  const [state, dispatch, pending] = useActionState(setUp, UNTOUCHED)
  const [code, setCode] = useState('')
  // The printed link carries the code behind a hash, which no server and no log ever sees.
  useEffect(() => setCode(decodeURIComponent(window.location.hash.slice(1))), [])
  return (
    <ActionForm dispatch={dispatch} pending={pending} submit="Create account" problem={problemOf(state)}>
      <FormField
        label="Setup code"
        name="code"
        state={state}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        autoComplete="off"
        spellCheck={false}
        required
      />
      <FormField label="Name" name="name" state={state} autoComplete="name" required />
      <FormField label="Email" name="email" state={state} type="email" autoComplete="username" required />
      <FormField
        label="Password"
        name="password"
        state={state}
        type="password"
        autoComplete="new-password"
        hint="12 to 128 characters. Several words are easier to remember and harder to guess."
        required
      />
      <FormField
        label="Workspace"
        name="workspace"
        state={state}
        hint="The name of your team, as readers see it."
        required
      />
    </ActionForm>
  )
}
