import { Button } from '@/components/ui/button'
import { Field, Select } from '@/components/ui/field'

type Option = readonly [value: string, label: string]

/** A plain form: which two are compared is an address, which can be sent to a colleague. */
export function ChooseTwo({ from, to, options }: { from: string; to: string; options: readonly Option[] }) {
  return (
    <form className="mb-6 grid max-w-3xl gap-3 sm:grid-cols-[1fr_1fr_auto] sm:items-end">
      <Field label="From">
        <Select name="from" value={from} options={options} />
      </Field>
      <Field label="To">
        <Select name="to" value={to} options={options} />
      </Field>
      <Button>Show differences</Button>
    </form>
  )
}
