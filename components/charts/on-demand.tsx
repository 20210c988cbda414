'use client'

import dynamic from 'next/dynamic'

/** Nobody pays for the charts who does not see one, and a browser alone can draw them, as it knows the width. */
const Loading = () => (
  <p className="grid min-h-72 place-items-center text-sm text-ink-soft unscripted:hidden">
    The chart is being fetched …
  </p>
)

export const FactorChart = dynamic(
  async () => (await import('@/components/charts/factor-chart')).FactorChart,
  { ssr: false, loading: Loading },
)

export const SeverityWeeks = dynamic(
  async () => (await import('@/components/charts/severity-weeks')).SeverityWeeks,
  { ssr: false, loading: Loading },
)

export const ScoreSteps = dynamic(async () => (await import('@/components/charts/score-steps')).ScoreSteps, {
  ssr: false,
  loading: Loading,
})
