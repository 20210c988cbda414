'use client'

import dynamic from 'next/dynamic'
import type { FactorChartProps } from '@/components/charts/factor-chart'

/** Nobody pays for the charts who does not ask for one. A browser alone can draw them, as it knows the width. */
const FactorChart = dynamic(async () => (await import('@/components/charts/factor-chart')).FactorChart, {
  ssr: false,
  loading: () => (
    <p className="grid min-h-[28rem] place-items-center text-sm text-ink-soft">
      The chart is being fetched …
    </p>
  ),
})

export const ChartOnDemand = (props: FactorChartProps) => <FactorChart {...props} />
