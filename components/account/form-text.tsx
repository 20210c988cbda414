import type { ComponentProps } from 'react'
import { Field, TextArea } from '@/components/ui/field'
import { IssueText } from '@/components/ui/issue-text'
import type { FormState } from '@/lib/forms/form-state'

/** Several lines of a form that may come back, like `FormField` for one. */
export function FormText({
  label,
  name,
  state,
  hint,
  ...rest
}: { label: string; name: string; state: FormState; hint?: string } & ComponentProps<'textarea'>) {
  const issue = state.issues.find(({ path }) => path === name)?.message
  return (
    <div>
      <Field label={label}>
        <TextArea
          name={name}
          defaultValue={state.values[name]}
          aria-invalid={issue !== undefined}
          aria-describedby={`${name}-issue${hint === undefined ? '' : ` ${name}-hint`}`}
          {...rest}
        />
      </Field>
      {hint !== undefined && (
        <p id={`${name}-hint`} className="mt-1 text-xs text-ink-soft">
          {hint}
        </p>
      )}
      <IssueText id={`${name}-issue`} issue={issue} />
    </div>
  )
}
