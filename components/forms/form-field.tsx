import type { ComponentProps } from 'react'
import { type ControlProps, FormControl } from '@/components/forms/form-control'
import { TextInput } from '@/components/ui/field'

/** One line, with what was typed. */
export const FormField = ({
  label,
  name,
  state,
  hint,
  ...rest
}: ControlProps & Omit<ComponentProps<'input'>, 'name'>) => (
  <FormControl label={label} name={name} state={state} hint={hint}>
    {(given) => <TextInput {...given} defaultValue={state.values[name]} {...rest} />}
  </FormControl>
)
