import { FormField } from '@/components/forms/form-field'
import type { FormState } from '@/lib/forms/form-state'

/** For a password that is chosen now: with what makes a good one. */
export const NewPasswordField = ({ state }: { state: FormState }) => (
  <FormField
    label="Password"
    name="password"
    state={state}
    type="password"
    autoComplete="new-password"
    hint="12 to 128 characters. Several words are easier to remember and harder to guess."
    required
  />
)
