import type { ComponentProps } from 'react'
import { type ControlProps, FormControl } from '@/components/forms/form-control'
import { TextArea } from '@/components/ui/field'

/** Several lines, with what was typed. */
export const FormText = ({
  label,
  name,
  state,
  hint,
  ...rest
}: ControlProps & Omit<ComponentProps<'textarea'>, 'name'>) => (
  <FormControl label={label} name={name} state={state} hint={hint}>
    {(given) => <TextArea {...given} defaultValue={state.values[name]} {...rest} />}
  </FormControl>
)
