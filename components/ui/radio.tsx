import type { ComponentProps } from 'react'
import { Choice } from '@/components/ui/choice'

export const Radio = (props: Omit<ComponentProps<'input'>, 'type'>) => <Choice type="radio" {...props} />
