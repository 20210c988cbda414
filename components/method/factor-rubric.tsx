import { Part } from '@/components/method/part'
import { ANCHORS, FACTOR_IDS, FACTOR_SETS, FACTORS, type FactorId } from '@/lib/aivss/factors'

export function FactorRubric() {
  return (
    <Part id="factors" title="Factors and rubric">
      <p className="prose mb-6">
        Two factor sets were published. They share nine factors, and one was swapped: the older papers and
        most report pages rate Goal-Driven Planning, the 0.8 paper rates a Natural Language Interface in its
        place. The papers use the three anchors alone; here every hundredth between them is accepted.
      </p>
      <div className="space-y-6">
        {FACTOR_IDS.map((id) => (
          <FactorEntry key={id} id={id} />
        ))}
      </div>
    </Part>
  )
}

function FactorEntry({ id }: { id: FactorId }) {
  const { name, name08, question, anchors } = FACTORS[id]
  const onlyIn = Object.values(FACTOR_SETS).filter(({ factors }) => !factors.includes(id))
  return (
    <section aria-labelledby={id} className="border-t border-line pt-3">
      <h3 id={id} className="text-base">
        {name}
      </h3>
      <p className="text-sm text-ink-soft">
        {question}
        {name08 !== undefined && ` The 0.8 paper calls it ${name08}.`}
        {onlyIn.map((set) => ` Not part of the ${set.name}.`)}
      </p>
      <dl className="mt-2 grid gap-x-8 gap-y-2 text-sm sm:grid-cols-3">
        {ANCHORS.map((anchor) => (
          <div key={anchor}>
            <dt className="figures font-semibold">{(anchor / 100).toFixed(1)}</dt>
            <dd>{anchors[anchor]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
