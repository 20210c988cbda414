'use client'

import { LineField } from '@/components/editor/line-field'

const LINKS = [
  { which: 'listing', label: 'Public listing' },
  { which: 'repository', label: 'Repository' },
  { which: 'homepage', label: 'Home page' },
] as const

export type LinkName = (typeof LINKS)[number]['which']

/** Where else one can read about the agent; each is a full address or stays empty. */
export function LinksFields({
  values,
  issueAt,
  onChange,
}: {
  values: Readonly<Record<LinkName, string>>
  issueAt: (path: string) => string | undefined
  onChange: (which: LinkName, value: string) => void
}) {
  return (
    <fieldset className="@container min-w-0">
      <legend className="mb-1.5 text-sm font-semibold">Links</legend>
      <div className="grid gap-x-6 gap-y-3 @2xl:grid-cols-3">
        {LINKS.map(({ which, label }) => (
          <LineField
            key={which}
            id={`links-${which}`}
            label={label}
            value={values[which]}
            inputMode="url"
            issue={issueAt(`links.${which}`)}
            onChange={(value) => onChange(which, value)}
          />
        ))}
      </div>
    </fieldset>
  )
}
