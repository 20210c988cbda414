import { FormField } from '@/components/forms/form-field'
import { FormSelect } from '@/components/forms/form-select'
import type { FormState } from '@/lib/forms/form-state'
import { EXPIRY_DAYS } from '@/lib/forms/share-fields'

/** When a link ends. `kept` says what a link has already that is changed. */
export function ExpiryFields({ state, kept }: { state: FormState; kept?: string }) {
  return (
    <>
      <FormSelect
        label="Expires"
        name="expiry"
        state={state}
        value={kept === undefined ? 'never' : 'keep'}
        options={[
          ...(kept === undefined ? [] : [['keep', kept] as const]),
          ['never', 'Never'],
          ...EXPIRY_DAYS.map((days) => [String(days), days === 1 ? 'In 1 day' : `In ${days} days`] as const),
        ]}
      />
      <FormField
        label="Or at the end of a day"
        name="until"
        state={state}
        type="date"
        hint="The last day on which the link works, in UTC. A day here counts instead of the choice above."
      />
    </>
  )
}
