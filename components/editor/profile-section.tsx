'use client'

import { LineField } from '@/components/editor/line-field'
import { LinksFields } from '@/components/editor/links-fields'
import { useIssueAt } from '@/components/editor/readings'
import { useChange, useField } from '@/components/editor/store'
import { TagsField } from '@/components/editor/tags-field'
import { TextAreaField } from '@/components/editor/text-area-field'
import { Field } from '@/components/ui/field'
import { KIND_LABELS, KINDS } from '@/lib/assessment/kinds'
import { LIMITS } from '@/lib/assessment/limits'

/** What the agent is. */
export function ProfileSection() {
  return (
    <section aria-labelledby="profile" className="space-y-4">
      <h2 id="profile" className="text-lg">
        Profile
      </h2>
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        <Line id="name" label="Name" />
        <Line id="vendor" label="Vendor" />
        <Kind />
        <Tags />
      </div>
      <Text
        id="summary"
        label="Summary"
        hint="One paragraph: what it can do, and what could go wrong. Needed for publishing."
      />
      <Text id="description" label="Description" hint="How it works, as far as its public listing says." />
      <Links />
    </section>
  )
}

function Line({ id, label }: { id: 'name' | 'vendor'; label: string }) {
  const change = useChange()
  return (
    <LineField
      id={id}
      label={label}
      value={useField(id)}
      issue={useIssueAt()(id)}
      onChange={(value) => change(id, value)}
    />
  )
}

function Text({ id, label, hint }: { id: 'summary' | 'description'; label: string; hint: string }) {
  const change = useChange()
  return (
    <TextAreaField
      id={id}
      label={label}
      hint={hint}
      value={useField(id)}
      lengthMax={LIMITS[id]}
      issue={useIssueAt()(id)}
      onChange={(value) => change(id, value)}
    />
  )
}

function Kind() {
  const change = useChange()
  return (
    <Field label="Kind">
      <select
        id="kind"
        value={useField('kind')}
        onChange={(event) => change('kind', event.target.value)}
        className="min-h-10 w-full rounded-md border border-line-strong bg-paper px-3 text-sm text-ink"
      >
        <option value="">Not said</option>
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {KIND_LABELS[kind]}
          </option>
        ))}
      </select>
    </Field>
  )
}

function Tags() {
  const change = useChange()
  return (
    <TagsField
      value={useField('tags')}
      issue={useIssueAt()('tags')}
      onChange={(value) => change('tags', value)}
    />
  )
}

function Links() {
  const change = useChange()
  const values = {
    listing: useField('links.listing'),
    repository: useField('links.repository'),
    homepage: useField('links.homepage'),
  }
  return (
    <LinksFields
      values={values}
      issueAt={useIssueAt()}
      onChange={(which, value) => change(`links.${which}`, value)}
    />
  )
}
