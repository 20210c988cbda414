import { type ComponentProps, useId } from 'react'
import { Field, TextInput } from '@/components/ui/field'
import { IssueText } from '@/components/ui/issue-text'
import type { FormState } from '@/lib/forms/form-state'

/** A field of a form that may come back: with what was typed and what has to be put right. */
export function FormField({
  label,
  name,
  state,
  hint,
  ...rest
}: { label: string; name: string; state: FormState; hint?: string } & ComponentProps<'input'>) {
  // Two forms of a page may have a field of the same name.
  const id = useId()
  const issue = state.issues.find(({ path }) => path === name)?.message
  return (
    <div>
      <Field label={label}>
        <TextInput
          name={name}
          defaultValue={state.values[name]}
          aria-invalid={issue !== undefined}
          aria-describedby={`${id}-issue${hint === undefined ? '' : ` ${id}-hint`}`}
          {...rest}
        />
      </Field>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1 text-xs text-ink-soft">
          {hint}
        </p>
      )}
      <IssueText id={`${id}-issue`} issue={issue} />
    </div>
  )
}

/** What is wrong with the form as a whole. */
export const problemOf = ({ issues }: FormState): string | undefined =>
  issues.find(({ path }) => path === '')?.message
