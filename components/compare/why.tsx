import { Hidden } from '@/components/compare/hidden'
import type { Place } from '@/components/compare/place'
import { Section } from '@/components/compare/section'
import { Button } from '@/components/ui/button'
import { Field, Select } from '@/components/ui/field'
import type { ComparisonView } from '@/lib/compare/comparison-view'
import type { WhySide, WhyView } from '@/lib/compare/why'
import { WHY_METHOD, whyLead, whySame, whyTogether } from '@/lib/compare/wording'

/** The difference of two scores as parts that add up. */
export function Why({ view: { agents }, why, place }: { view: ComparisonView; why: WhyView; place: Place }) {
  const options = agents.flatMap(({ name, score }, column) =>
    score === null ? [] : [[String(column + 1), name] as const],
  )
  const placeOf = (side: WhySide) => String(agents.findIndex(({ key }) => key === side.key) + 1)
  const [of, than] = [placeOf(why.of), placeOf(why.than)]
  const widest = Math.max(...why.parts.map(({ hundredths }) => Math.abs(hundredths)), 1)
  return (
    <Section id="why" title={why.title} lead={whyLead(why)}>
      {options.length > 2 && (
        <form
          action={`${place.path}#why`}
          className="mb-5 grid max-w-3xl gap-3 sm:grid-cols-[1fr_1fr_auto] sm:items-end print:hidden"
        >
          <Hidden place={place} without={['worse', 'than']} />
          <Field label="Why is">
            <Select name="worse" value={of} options={options} key={of} />
          </Field>
          <Field label="worse than">
            <Select name="than" value={than} options={options} key={than} />
          </Field>
          <Button look="quiet">Explain</Button>
        </form>
      )}
      <table className="w-full max-w-3xl text-sm">
        <caption className="sr-only">What each input adds to the difference</caption>
        <thead>
          <tr className="border-b-2 border-ink text-left text-xs text-ink-soft">
            <th scope="col" className="py-1.5 font-normal">
              Part
            </th>
            <th scope="col" className="w-24 py-1.5 text-right font-normal">
              Adds
            </th>
            <th scope="col" className="hidden w-40 py-1.5 pl-4 font-normal sm:table-cell">
              <span className="sr-only">As a bar</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {why.parts.map(({ id, name, values, hundredths, text }) => (
            <tr key={id} className="break-inside-avoid border-b border-line">
              <th scope="row" className="py-1.5 text-left font-medium">
                {name}
                <span className="block text-xs font-normal text-ink-soft">{values}</span>
              </th>
              <td className="figures py-1.5 text-right font-semibold">{text}</td>
              <td className="hidden py-1.5 pl-4 sm:table-cell">
                <SignedBar share={hundredths / widest} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot className="print:table-row-group">
          <tr className="border-t-2 border-ink">
            <th scope="row" className="py-1.5 text-left font-semibold">
              Together, {whyTogether(why)}
            </th>
            <td className="figures py-1.5 text-right font-semibold">{why.total.text}</td>
            <td className="hidden sm:table-cell" />
          </tr>
        </tfoot>
      </table>
      {why.same.length > 0 && <p className="prose mt-3 text-xs text-ink-soft">{whySame(why)}</p>}
      <p className="prose mt-2 text-xs text-ink-soft">{WHY_METHOD}</p>
    </Section>
  )
}

/** To the right of the middle what makes the first one worse, to the left what makes it better. */
const SignedBar = ({ share }: { share: number }) => (
  <svg viewBox="-50 0 100 8" preserveAspectRatio="none" aria-hidden="true" className="block h-2.5 w-full">
    <rect x="-50" width="100" height="8" className="fill-sunken" />
    {share > 0 ? (
      <rect width={share * 50} height="8" className="fill-ink" />
    ) : (
      <rect x={share * 50} width={-share * 50} height="8" className="fill-line-strong" />
    )}
    <rect x="-0.3" width="0.6" height="8" className="fill-ink" />
  </svg>
)
