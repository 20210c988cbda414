import { FormField } from '@/components/forms/form-field'
import type { FormState } from '@/lib/forms/form-state'

/** The password of a link can be read while it is typed: it is nobody's own, and has to be told to others. */
export const PasswordField = ({
  label = 'Password',
  state,
  hint,
}: {
  label?: string
  state: FormState
  hint: string
}) => (
  <FormField
    label={label}
    name="password"
    state={state}
    autoComplete="off"
    autoCapitalize="none"
    spellCheck={false}
    hint={hint}
  />
)
