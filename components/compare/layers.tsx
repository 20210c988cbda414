import { AlignedTable, Cell, Row } from '@/components/compare/aligned-table'
import { Section } from '@/components/compare/section'
import { CertaintyMark } from '@/components/marks/certainty'
import { Prose } from '@/components/prose'
import { Fold } from '@/components/ui/fold'
import type { ComparisonView } from '@/lib/compare/comparison-view'
import { COMPARISON_HEADINGS, NO_NARRATIVE } from '@/lib/compare/wording'

/** What is known of each layer of each agent, and what is written about it. */
export function Layers({ view: { agents, layers } }: { view: ComparisonView }) {
  return (
    <Section
      id="layers"
      title={COMPARISON_HEADINGS.layers}
      lead="What is settled by what is public, and what is not certain. Rows that differ are marked."
    >
      <AlignedTable label="Certainty by layer and agent" corner="Layer" agents={agents}>
        {layers.map(({ id, name, cells, certaintyDiffers }) => (
          <Row
            key={id}
            name={`${id} ${name}`}
            note={certaintyDiffers ? <b className="font-semibold text-medium-mark">≠ Differs</b> : undefined}
          >
            {cells.map(({ certainty }, column) => (
              <Cell key={agents[column]?.key}>
                <CertaintyMark certainty={certainty ?? ''} />
              </Cell>
            ))}
          </Row>
        ))}
      </AlignedTable>
      <h3 className="mt-8 mb-2 font-semibold">What is written about each</h3>
      <div data-unfolded-on-paper>
        {layers.map(({ id, name, cells, certaintyDiffers }) => (
          <Fold
            key={id}
            summary={`${id} ${name}${certaintyDiffers ? ' · certainty differs' : ''}`}
            className="border-b border-line py-1.5"
          >
            <div className="grid gap-x-8 gap-y-5 pt-2 pb-4 sm:grid-cols-2 lg:grid-cols-3 print:grid-cols-2">
              {cells.map(({ certainty, narrative }, column) => (
                <article key={agents[column]?.key} className="min-w-0 break-inside-avoid text-sm">
                  <h4 className="font-semibold break-words">{agents[column]?.name}</h4>
                  <p className="mb-1">
                    <CertaintyMark certainty={certainty ?? ''} />
                  </p>
                  <div className="space-y-2 break-words text-ink-soft [&_ol]:list-decimal [&_ol]:pl-5 [&_ul]:list-disc [&_ul]:pl-5">
                    {narrative === null ? <p>{NO_NARRATIVE}</p> : <Prose markdown={narrative} />}
                  </div>
                </article>
              ))}
            </div>
          </Fold>
        ))}
      </div>
    </Section>
  )
}
