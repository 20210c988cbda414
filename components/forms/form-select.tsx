import type { ComponentProps } from 'react'
import { type ControlProps, FormControl } from '@/components/forms/form-control'
import { Select } from '@/components/ui/field'

/** One of several, with what was chosen. */
export const FormSelect = ({
  label,
  name,
  state,
  hint,
  value,
  ...rest
}: ControlProps & Pick<ComponentProps<typeof Select>, 'value' | 'any' | 'options'>) => (
  <FormControl label={label} name={name} state={state} hint={hint}>
    {(given) => <Select {...given} value={state.values[name] ?? value} {...rest} />}
  </FormControl>
)
