import type { ReactNode } from 'react'
import { problemOf } from '@/components/forms/form-control'
import { FormField } from '@/components/forms/form-field'
import { SecretText } from '@/components/forms/secret-text'
import { ExpiryFields } from '@/components/shares/expiry-fields'
import { PasswordField } from '@/components/shares/password-field'
import { ActionForm } from '@/components/ui/action-form'
import type { FormState } from '@/lib/forms/form-state'

/** Makes a link to whatever is shared, and shows it this once. */
export function LinkForm({
  what,
  endings,
  state,
  dispatch,
  pending,
  children,
}: {
  what: 'report' | 'comparison'
  /** What may stand at the end of the link. */
  endings: readonly string[]
  state: FormState & { readonly url?: string }
  dispatch: (form: FormData) => void
  pending: boolean
  /** What says which one is shared, and what only this kind is asked. */
  children: ReactNode
}) {
  return (
    <>
      <ActionForm
        dispatch={dispatch}
        pending={pending}
        submit="Create link"
        problem={problemOf(state)}
        done={state.url}
      >
        <FormField
          label="Label"
          name="label"
          state={state}
          autoComplete="off"
          hint="Whom it is for. Only members see it, and it may stay empty."
        />
        {children}
        <ExpiryFields state={state} />
        <PasswordField
          state={state}
          hint={`Left empty, the link alone opens the ${what}. Otherwise 8 to 128 characters; note it, it is not shown again, and tell it to readers by another way than the link.`}
        />
      </ActionForm>
      <div className="mt-6">
        <SecretText title="The link is made, and shown only now" text={state.url} copy="Copy link">
          <p className="mt-1">
            Give it to whoever should read the {what}. With{' '}
            {endings.map((ending, place) => (
              <span key={ending}>
                {place > 0 && (place === endings.length - 1 ? ' or ' : ', ')}
                <code>{ending}</code>
              </span>
            ))}{' '}
            at its end it opens as a file.
          </p>
        </SecretText>
      </div>
    </>
  )
}
