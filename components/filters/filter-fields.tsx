import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Field, Select, TextInput } from '@/components/ui/field'
import { FACTOR_IDS } from '@/lib/aivss/factors'
import { FORMULAS } from '@/lib/aivss/formulas'
import { SEVERITIES } from '@/lib/aivss/severity'
import { KIND_LABELS, KINDS } from '@/lib/assessment/kinds'
import { LAYER_IDS } from '@/lib/maestro/layers'
import { formatEnd, type Range } from '@/lib/search/ranges'
import { layerLabel, type NumberId, numberLabel } from '@/lib/search/trait-texts'
import { SCALES, type Traits } from '@/lib/search/traits'

/** What most people narrow a list down by. */
export function MainFields({ traits, tags }: { traits: Traits; tags: readonly string[] }) {
  const choosable = traits.tag === undefined || tags.includes(traits.tag) ? tags : [traits.tag, ...tags]
  return (
    <>
      <Field label="Kind">
        <Select
          name="kind"
          value={traits.kind}
          any="Any"
          options={KINDS.map((kind) => [kind, KIND_LABELS[kind]])}
        />
      </Field>
      <Field label="Severity">
        <Select
          name="severity"
          value={traits.severity}
          any="Any"
          options={SEVERITIES.map(({ id }) => [id, id] as const).reverse()}
        />
      </Field>
      <Field label="Tag">
        <Select name="tag" value={traits.tag} any="Any" options={choosable.map((tag) => [tag, tag])} />
      </Field>
    </>
  )
}

/** The rest of it. A list that can be asked more puts that first. */
export function MoreFields({ traits, children }: { traits: Traits; children?: ReactNode }) {
  return (
    <div className="mt-3 space-y-5">
      <div className="grid grid-cols-2 gap-x-3 gap-y-3 sm:gap-x-6 md:grid-cols-3">
        {children}
        <Field label="Formula">
          <Select
            name="formula"
            value={traits.formula}
            any="Any"
            options={FORMULAS.map(({ id, title }) => [id, title])}
          />
        </Field>
        <Field label="Uncertain layer">
          <Select
            name="uncertain"
            value={traits.uncertain}
            any="Any"
            options={LAYER_IDS.map((id) => [id, layerLabel(id)])}
          />
        </Field>
        <Field label="Vendor">
          <TextInput name="vendor" defaultValue={traits.vendor} maxLength={120} />
        </Field>
      </div>
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        <Days name="published" label="Published" range={traits.published} />
        {FIGURES.map((id) => (
          <Numbers key={id} id={id} range={traits[id]} />
        ))}
      </div>
      <fieldset>
        <legend className="mb-2 text-sm font-semibold">Factors, from 0 to 1</legend>
        <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
          {FACTOR_IDS.map((id) => (
            <Numbers key={id} id={id} range={traits[id]} />
          ))}
        </div>
      </fieldset>
      <Button>Apply</Button>
    </div>
  )
}

const FIGURES = ['score', 'cvss', 'threat', 'mitigation', 'openLayers', 'revision'] as const

function Numbers({ id, range }: { id: NumberId; range: Range<number> | undefined }) {
  const { places, min, max } = SCALES[id]
  const [from, to] = [range?.from, range?.to].map((end) => formatEnd(end, places))
  const given = { type: 'number', min, max, step: 10 ** -places, inputMode: 'decimal' } as const
  return (
    <Ends label={numberLabel(id)}>
      <TextInput
        {...given}
        name={`${id}.from`}
        aria-label={`${numberLabel(id)}, at least`}
        defaultValue={from}
        placeholder={String(min)}
      />
      <TextInput
        {...given}
        name={`${id}.to`}
        aria-label={`${numberLabel(id)}, at most`}
        defaultValue={to}
        placeholder={String(max)}
      />
    </Ends>
  )
}

export function Days({
  name,
  label,
  range,
}: {
  name: string
  label: string
  range: Range<string> | undefined
}) {
  return (
    <Ends label={`${label}, first and last day`}>
      <TextInput
        type="date"
        name={`${name}.from`}
        aria-label={`${label}, first day`}
        defaultValue={range?.from}
      />
      <TextInput type="date" name={`${name}.to`} aria-label={`${label}, last day`} defaultValue={range?.to} />
    </Ends>
  )
}

function Ends({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <span aria-hidden="true" className="mb-1 block text-xs text-ink-soft">
        {label}
      </span>
      <div className="grid grid-cols-2 gap-2">{children}</div>
    </div>
  )
}
