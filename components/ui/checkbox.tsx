import type { ComponentProps } from 'react'
import { Choice } from '@/components/ui/choice'

export const Checkbox = (props: Omit<ComponentProps<'input'>, 'type'>) => (
  <Choice type="checkbox" {...props} />
)
