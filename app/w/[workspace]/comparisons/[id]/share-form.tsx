'use client'

import { useActionState, useId } from 'react'
import { type ShareState, share } from '@/app/w/[workspace]/comparisons/actions'
import { LinkForm } from '@/components/shares/link-form'
import { Checkbox } from '@/components/ui/checkbox'
import { COMPARISON_FILES } from '@/lib/compare/files'
import { UNTOUCHED } from '@/lib/forms/form-state'

const START: ShareState = UNTOUCHED

/** Makes a link, and shows it this once. */
export function ShareForm({
  workspace,
  comparison,
  privateAgents,
}: {
  workspace: string
  comparison: string
  /** The names of those that are published and private. */
  privateAgents: readonly string[]
}) {
  const [state, dispatch, pending] = useActionState(share, START)
  const id = useId()
  return (
    <LinkForm
      what="comparison"
      endings={COMPARISON_FILES.map(({ form }) => `.${form}`)}
      state={state}
      dispatch={dispatch}
      pending={pending}
    >
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="comparison" value={comparison} />
      {privateAgents.length > 0 && (
        <div>
          <Checkbox
            name="opensPrivate"
            defaultChecked={state.values['opensPrivate'] === 'on'}
            aria-describedby={id}
          >
            Let whoever has a link read {privateAgents.join(', ')}, too
          </Checkbox>
          <p id={id} className="pl-6.5 text-xs text-ink-soft">
            They are private now. Other links to them that have not expired then work again. Without this they
            are left out.
          </p>
        </div>
      )}
    </LinkForm>
  )
}
