import { type ReactNode, useId } from 'react'
import { Field } from '@/components/ui/field'
import { IssueText } from '@/components/ui/issue-text'
import type { FormState } from '@/lib/forms/form-state'

export type ControlProps = { label: string; name: string; state: FormState; hint?: string | undefined }

/** A control of a form that may come back: its name above it, and what has to be put right below. */
export function FormControl({
  label,
  name,
  state,
  hint,
  children,
}: ControlProps & {
  children: (given: {
    readonly name: string
    readonly 'aria-invalid': boolean
    readonly 'aria-describedby': string
  }) => ReactNode
}) {
  // Two forms of a page may have a control of the same name.
  const id = useId()
  const issue = issueOf(state, name)
  const describedBy = `${id}-issue${hint === undefined ? '' : ` ${id}-hint`}`
  return (
    <div>
      <Field label={label}>
        {children({ name, 'aria-invalid': issue !== undefined, 'aria-describedby': describedBy })}
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

/** What is wrong with one control. */
export const issueOf = ({ issues }: FormState, name: string): string | undefined =>
  issues.find(({ path }) => path === name)?.message

/** What is wrong with the form as a whole. */
export const problemOf = (state: FormState): string | undefined => issueOf(state, '')
