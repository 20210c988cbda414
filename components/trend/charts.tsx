'use client'

import dynamic from 'next/dynamic'

const Loading = () => (
  <p className="grid min-h-72 place-items-center text-sm text-ink-soft unscripted:hidden">
    The chart is being fetched …
  </p>
)

/** The tables are there at once; a browser alone can draw the charts, as it knows the width. */
export const WeeksChart = dynamic(
  async () => (await import('@/components/charts/severity-weeks')).SeverityWeeks,
  {
    ssr: false,
    loading: Loading,
  },
)

export const StepsChart = dynamic(async () => (await import('@/components/charts/score-steps')).ScoreSteps, {
  ssr: false,
  loading: Loading,
})
