import type { ReactNode } from 'react'
import { CountLink } from '@/components/marks/count-link'
import { SeverityChip } from '@/components/marks/severity'
import { Fold } from '@/components/ui/fold'
import { FACTORS } from '@/lib/aivss/factors'
import { formulaOf } from '@/lib/aivss/formulas'
import { KIND_LABELS } from '@/lib/assessment/kinds'
import { type LibraryStatistics, THIRDS, type Third } from '@/lib/library/counted'
import { addressOf } from '@/lib/search/traits'

/** What the whole library holds; each figure leads to the agents that it counts. */
export function Statistics({
  statistics: { kinds, formulas, factors },
  tags,
}: {
  statistics: LibraryStatistics
  tags: readonly { readonly tag: string; readonly agents: number }[]
}) {
  const used = formulas.filter(({ severities }) => severities.some(({ agents }) => agents > 0))
  return (
    <Fold summary="The library in figures" className="mt-10 border-t border-line pt-4">
      <div className="mt-4 grid gap-x-10 gap-y-8 md:grid-cols-2">
        {used.map(({ id, severities }) => (
          <Part key={id} title={`Severity under ${formulaOf(id).title}`}>
            <dl className="grid max-w-xs grid-cols-[1fr_auto] gap-y-1">
              {severities.map(({ id: severity, agents }) => (
                <Row
                  key={severity}
                  agents={agents}
                  href={addressOf('/', { formula: id, severity })}
                  name={severity}
                >
                  <SeverityChip severity={severity} />
                </Row>
              ))}
            </dl>
          </Part>
        ))}
        <Part title="Kinds">
          <dl className="grid max-w-xs grid-cols-[1fr_auto] gap-y-1">
            {kinds.map(({ id, agents }) => (
              <Row key={id} agents={agents} href={addressOf('/', { kind: id })} name={KIND_LABELS[id]}>
                {KIND_LABELS[id]}
              </Row>
            ))}
          </dl>
        </Part>
        <Part title="Most common tags">
          <dl className="grid max-w-xs grid-cols-[1fr_auto] gap-y-1">
            {tags.map(({ tag, agents }) => (
              <Row key={tag} agents={agents} href={addressOf('/', { tag })} name={tag}>
                <span className="break-words">{tag}</span>
              </Row>
            ))}
          </dl>
        </Part>
      </div>
      <Factors factors={factors} />
    </Fold>
  )
}

const THIRD_LABELS: Readonly<Record<Third, string>> = {
  '0..0.39': 'below 0.4',
  '0.4..0.69': '0.4 to 0.69',
  '0.7..1': 'from 0.7',
}

const Factors = ({ factors }: { factors: LibraryStatistics['factors'] }) => (
  <table className="mt-8 w-full max-w-2xl text-sm">
    <caption className="pb-2 text-left font-semibold">Factors, by how many agents rate them so</caption>
    <thead>
      <tr className="text-right text-xs text-ink-soft">
        <th scope="col" className="py-1 text-left font-medium">
          Factor
        </th>
        {THIRDS.map((third) => (
          <th key={third} scope="col" className="py-1 pl-3 font-medium">
            {THIRD_LABELS[third]}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {factors.map(({ id, thirds }) => (
        <tr key={id} className="border-t border-line">
          <th scope="row" className="py-1 text-left font-normal">
            {FACTORS[id].name}
          </th>
          {thirds.map(({ id: third, agents }) => (
            <td key={third} className="figures py-1 pl-3 text-right">
              <Figure
                agents={agents}
                href={addressOf('/', { [id]: third })}
                name={`${FACTORS[id].name} ${THIRD_LABELS[third]}`}
              />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h2 className="mb-2 text-sm font-semibold">{title}</h2>
    <div className="text-sm">{children}</div>
  </section>
)

const Row = ({
  agents,
  href,
  name,
  children,
}: {
  agents: number
  href: string
  name: string
  children: ReactNode
}) => (
  <>
    <dt className="min-w-0">{children}</dt>
    <dd className="figures pl-3 text-right">
      <Figure agents={agents} href={href} name={name} />
    </dd>
  </>
)

const Figure = ({ agents, href, name }: { agents: number; href: string; name: string }) => (
  <CountLink
    count={agents}
    href={href}
    text={agents.toLocaleString('en')}
    label={`${agents === 1 ? 'agent' : 'agents'}: ${name}`}
  />
)
