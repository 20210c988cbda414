'use client'

import { FactorBars } from '@/components/charts/factor-bars'
import { FactorRadar } from '@/components/charts/factor-radar'
import { Legend, type Series } from '@/components/charts/series'
import type { ChartKind } from '@/lib/compare/address'

export type FactorChartProps = {
  readonly kind: ChartKind
  readonly rows: readonly string[]
  readonly series: readonly Series[]
}

export function FactorChart({ kind, rows, series }: FactorChartProps) {
  const Chart = kind === 'radar' ? FactorRadar : FactorBars
  return (
    <>
      <div
        role="img"
        aria-label={`The factors as ${kind}; the table says the same in figures`}
        data-chart={kind}
        className={`overflow-hidden ${kind === 'radar' ? 'h-80 sm:h-[30rem]' : ''}`}
      >
        <Chart rows={rows} series={series} />
      </div>
      <Legend series={series} />
    </>
  )
}
