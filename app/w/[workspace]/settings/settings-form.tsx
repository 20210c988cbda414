'use client'

import { useActionState } from 'react'
import { change, type SettingsState } from '@/app/w/[workspace]/settings/actions'
import { problemOf } from '@/components/forms/form-control'
import { FormField } from '@/components/forms/form-field'
import { FormText } from '@/components/forms/form-text'
import { ActionForm } from '@/components/ui/action-form'
import { UNTOUCHED } from '@/lib/forms/form-state'

const START: SettingsState = UNTOUCHED

export function SettingsForm({
  workspace,
  settings: { publicName, byline, outdatedAfterDays, embedHosts },
}: {
  workspace: string
  settings: {
    readonly publicName: string
    readonly byline: string
    readonly outdatedAfterDays: number
    readonly embedHosts: readonly string[]
  }
}) {
  const [state, dispatch, pending] = useActionState(change, START)
  const typed = (name: string, stored: string) => state.values[name] ?? stored
  return (
    <ActionForm dispatch={dispatch} pending={pending} submit="Save settings" problem={problemOf(state)}>
      <input type="hidden" name="workspace" value={workspace} />
      <FormField
        label="Public name"
        name="publicName"
        state={state}
        defaultValue={typed('publicName', publicName)}
        hint="Who published a report, as every reader sees it. It changes at once, in published reports too; the address of the workspace stays."
        required
      />
      <FormField
        label="Byline"
        name="byline"
        state={state}
        defaultValue={typed('byline', byline)}
        hint="What a new revision is signed with unless its publisher writes something else. Published ones keep theirs."
      />
      <FormField
        label="Outdated after days"
        name="outdatedAfterDays"
        state={state}
        defaultValue={typed('outdatedAfterDays', String(outdatedAfterDays))}
        inputMode="numeric"
        hint="The age from which a published report counts as outdated, from 1 to 3,650 days."
        required
      />
      <FormText
        label="Hosts that may show the card"
        name="embedHosts"
        state={state}
        defaultValue={typed('embedHosts', embedHosts.join('\n'))}
        rows={4}
        spellCheck={false}
        autoCapitalize="none"
        hint="Their pages may show the card of every listed agent in a frame. One host a line, such as docs.example.org or *.example.org; left empty, no page may."
      />
      <p role="status" className="text-sm text-ink-soft empty:hidden">
        {state.isSaved && !pending && 'Saved.'}
      </p>
    </ActionForm>
  )
}
