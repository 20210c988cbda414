'use client'

import { Radio } from '@/components/ui/radio'

type Option<Id extends string> = { readonly id: Id; readonly label: string; readonly detail?: string }

/** One of a few, each with a line that says what it is. */
export function Choices<Id extends string>({
  legend,
  name,
  chosen,
  options,
  onChoose,
}: {
  legend: string
  name: string
  chosen: Id
  options: readonly Option<Id>[]
  onChoose: (id: Id) => void
}) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-semibold">{legend}</legend>
      <div className="space-y-1">
        {options.map(({ id, label, detail }) => (
          <Radio key={id} name={name} value={id} checked={id === chosen} onChange={() => onChoose(id)}>
            {label}
            {detail !== undefined && <span className="figures ml-2 text-xs text-ink-soft">{detail}</span>}
          </Radio>
        ))}
      </div>
    </fieldset>
  )
}
