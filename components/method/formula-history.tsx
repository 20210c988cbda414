import { Part } from '@/components/method/part'
import { formatHundredths } from '@/lib/aivss/decimal'
import { FACTOR_SETS } from '@/lib/aivss/factors'
import type { PublishedValue } from '@/lib/aivss/formula'
import { FORMULAS, type Formula } from '@/lib/aivss/formulas'

const STATUS_LABELS: Readonly<Record<Formula['status'], string>> = {
  current: 'Current, the headline here',
  proposed: 'Proposed as an amendment for version 1',
  withdrawn: 'Withdrawn, still cited',
}

export function FormulaHistory() {
  return (
    <Part id="formulas" title="Formulas and their history">
      <p className="prose mb-6">
        C is the CVSS base, F the sum of the ten factors, T the threat multiplier and M the mitigation factor.
        AARS is what the agent itself adds.
      </p>
      <div className="grid gap-8 md:grid-cols-3">
        {FORMULAS.map((formula) => (
          <FormulaCard key={formula.id} formula={formula} />
        ))}
      </div>
    </Part>
  )
}

function FormulaCard({ formula }: { formula: Formula }) {
  const { id, title, status, equation, about, paperFactorSet } = formula
  return (
    <section aria-labelledby={id} className="border-t border-line-strong pt-3 text-sm">
      <h3 id={id} className="text-base">
        {title}
      </h3>
      <p className="text-xs text-ink-soft">{STATUS_LABELS[status]}</p>
      <p className="figures mt-3">{equation}</p>
      <p className="mt-3">{about}</p>
      {paperFactorSet !== null && (
        <p className="mt-2 text-ink-soft">Its paper rates the {FACTOR_SETS[paperFactorSet].name}.</p>
      )}
      <PublishedValues title="Threat multiplier T" values={formula.threatMultipliers} />
      {formula.usesMitigation && (
        <PublishedValues title="Mitigation factor M" values={formula.mitigationFactors} />
      )}
    </section>
  )
}

function PublishedValues({ title, values }: { title: string; values: readonly PublishedValue[] }) {
  return (
    <>
      <h4 className="mt-4 font-semibold">{title}</h4>
      <ul>
        {values.map(({ hundredths, label, meaning }) => (
          <li key={hundredths} className="mt-1">
            <span className="figures font-semibold">{formatHundredths(hundredths)}</span> {label}.{' '}
            <span className="text-ink-soft">{meaning}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
