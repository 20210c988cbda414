import { FactorChart } from '@/components/charts/on-demand'
import { AlignedTable, Cell, Row } from '@/components/compare/aligned-table'
import { Choices } from '@/components/compare/choices'
import { type Place, to } from '@/components/compare/place'
import { Section } from '@/components/compare/section'
import { RatingBar } from '@/components/marks/rating-bar'
import type { ChartKind } from '@/lib/compare/address'
import { chartedFactors } from '@/lib/compare/charted-factors'
import type { ComparisonView } from '@/lib/compare/comparison-view'
import type { FactorRow } from '@/lib/compare/factor-rows'
import { COMPARISON_HEADINGS, FACTORS_LEAD, sameFactorsWords } from '@/lib/compare/wording'
import { listOf } from '@/lib/compare/words'

/** The ten factors aligned, the highest of each row marked. */
export function Factors({ view, place }: { view: ComparisonView; place: Place }) {
  const { agents, factors, sameFactors } = view
  const { sort, only } = place.state
  return (
    <Section id="factors" title={COMPARISON_HEADINGS.factors} lead={FACTORS_LEAD}>
      <div className="mb-4 flex flex-wrap gap-x-8 gap-y-2 print:hidden">
        <Choices
          name="Order"
          choices={[
            { name: 'As listed', href: to(place, { sort: 'listed' }), isChosen: sort === 'listed' },
            { name: 'Widest spread first', href: to(place, { sort: 'spread' }), isChosen: sort === 'spread' },
          ]}
        />
        <Choices
          name="Show"
          choices={[
            { name: 'All factors', href: to(place, { only: undefined }), isChosen: only === undefined },
            {
              name: 'Only differences',
              href: to(place, { only: 'differences' }),
              isChosen: only === 'differences',
            },
          ]}
        />
      </div>
      {factors.length > 0 && (
        <AlignedTable label="Factors by agent" corner="Factor" agents={agents}>
          {factors.map(({ id, name, cells, spread, differs }) => (
            <Row key={id} name={name} note={spreadText(spread, differs)}>
              {cells.map(({ hundredths, text, isHighest }, column) => (
                <Cell
                  key={agents[column]?.key}
                  isHighest={isHighest}
                  below={hundredths !== null && <Bar hundredths={hundredths} isHighest={isHighest} />}
                >
                  <span className={hundredths === null ? 'text-xs text-ink-soft' : 'figures'}>{text}</span>
                </Cell>
              ))}
            </Row>
          ))}
        </AlignedTable>
      )}
      <Charts view={view} place={place} />
      {sameFactors > 0 && <p className="mt-3 text-sm text-ink-soft">{sameFactorsWords(sameFactors)}</p>}
    </Section>
  )
}

const spreadText = (spread: FactorRow['spread'], differs: boolean): string => {
  if (spread === null) return 'Not compared'
  return differs ? `Spread ${spread.text}` : 'No difference'
}

const Bar = ({ hundredths, isHighest }: { hundredths: number; isHighest: boolean }) => (
  <RatingBar
    hundredths={hundredths}
    className={`mt-1 block h-2 w-full ${isHighest ? 'fill-ink' : 'fill-line-strong'}`}
    track="fill-line"
    tick="fill-canvas"
  />
)

/** Too few rows make no shape. */
const RADAR_ROWS_MIN = 3

/** The shape of what the table says in figures, for whoever asks for it. */
function Charts({ view, place }: { view: ComparisonView; place: Place }) {
  const { chart } = place.state
  return (
    <figure className="mt-5 break-inside-avoid unscripted:hidden">
      <div className="print:hidden">
        <Choices
          name="Chart"
          choices={[
            { name: 'None', href: to(place, { chart: undefined }), isChosen: chart === undefined },
            { name: 'Radar', href: to(place, { chart: 'radar' }), isChosen: chart === 'radar' },
            { name: 'Bars', href: to(place, { chart: 'bars' }), isChosen: chart === 'bars' },
          ]}
        />
      </div>
      {chart !== undefined && <Chart view={view} kind={chart} />}
    </figure>
  )
}

function Chart({ view: { agents, factors }, kind }: { view: ComparisonView; kind: ChartKind }) {
  const { rows, leftOut } = chartedFactors(factors, kind)
  if (kind === 'radar' && rows.length < RADAR_ROWS_MIN)
    return (
      <p className="mt-3 text-sm text-ink-soft">
        A radar needs three factors on which every agent is rated. Show all factors, or look at them as bars.
      </p>
    )
  return (
    <>
      <FactorChart
        kind={kind}
        rows={rows.map(({ name }) => name)}
        series={agents.map(({ key, name }, column) => ({
          key,
          name,
          values: rows.map(({ cells }) => cells[column]?.hundredths ?? null),
        }))}
      />
      <figcaption className="mt-2 text-xs text-ink-soft">
        The table above says the same in figures. Each agent has a line, a mark, a filling and a letter of its
        own.
        {leftOut.length > 0 && ` Left out, as not every agent is rated on it: ${listOf(leftOut)}.`}
      </figcaption>
    </>
  )
}
