import { FormField } from '@/components/account/form-field'
import { Field, Select } from '@/components/ui/field'
import type { FormState } from '@/lib/forms/form-state'
import { EXPIRY_DAYS } from '@/lib/forms/share-fields'

/** When a link ends. `kept` says what a link has already that is changed. */
export function ExpiryFields({ state, kept }: { state: FormState; kept?: string }) {
  return (
    <>
      <Field label="Expires">
        <Select
          name="expiry"
          value={state.values['expiry'] ?? (kept === undefined ? 'never' : 'keep')}
          options={[
            ...(kept === undefined ? [] : [['keep', kept] as const]),
            ['never', 'Never'],
            ...EXPIRY_DAYS.map(
              (days) => [String(days), days === 1 ? 'In 1 day' : `In ${days} days`] as const,
            ),
          ]}
        />
      </Field>
      <FormField
        label="Or after a day that you choose"
        name="until"
        state={state}
        type="date"
        hint="The last day on which the link works, in UTC. It takes the place of the choice above."
      />
    </>
  )
}
