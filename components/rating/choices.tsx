'use client'

import { IssueText } from '@/components/ui/issue-text'
import { Radio } from '@/components/ui/radio'

type Option<Id extends string> = {
  readonly id: Id
  readonly label: string
  readonly equation?: string
  readonly detail?: string
}

/** One of a few, each with a line that says what it is. A link to `#name` reaches the radio that Tab reaches. */
export function Choices<Id extends string>({
  legend,
  name,
  chosen,
  options,
  issue,
  onChoose,
}: {
  legend: string
  name: string
  /** Empty as long as nothing is chosen. */
  chosen: Id | ''
  options: readonly Option<Id>[]
  issue?: string | undefined
  onChoose: (id: Id) => void
}) {
  const target = chosen === '' ? options[0]?.id : chosen
  return (
    <fieldset aria-describedby={issue === undefined ? undefined : `${name}-issue`}>
      <legend className="mb-1.5 text-sm font-semibold">{legend}</legend>
      <div className="space-y-1">
        {options.map(({ id, label, equation, detail }) => (
          <Radio
            key={id}
            id={id === target ? name : undefined}
            name={name}
            value={id}
            checked={id === chosen}
            onChange={() => onChoose(id)}
          >
            {label}
            {equation !== undefined && <span className="figures ml-2 text-xs text-ink-soft">{equation}</span>}
            {detail !== undefined && <span className="ml-2 text-xs text-ink-soft">{detail}</span>}
          </Radio>
        ))}
      </div>
      {issue !== undefined && <IssueText id={`${name}-issue`} issue={issue} />}
    </fieldset>
  )
}
