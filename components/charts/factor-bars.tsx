'use client'

import { Bar, BarChart, CartesianGrid, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { TICK } from '@/components/charts/axis'
import { dataOf, Fillings, fillOf, lookAt, type Series } from '@/components/charts/series'

const BAR = 13
const GAP = 18
const AXIS = 36

/** The agents of each factor as bars below each other. */
export function FactorBars({ rows, series }: { rows: readonly string[]; series: readonly Series[] }) {
  return (
    <ResponsiveContainer width="100%" height={rows.length * (series.length * BAR + GAP) + AXIS}>
      <BarChart
        data={dataOf(rows, series)}
        layout="vertical"
        barCategoryGap={GAP / 2}
        barGap={1}
        margin={{ top: 4, right: 20, bottom: 4, left: 4 }}
        accessibilityLayer={false}
      >
        <Fillings count={series.length} />
        <CartesianGrid horizontal={false} stroke="var(--line)" />
        <XAxis
          type="number"
          domain={[0, 100]}
          ticks={[0, 50, 100]}
          tickFormatter={(value: number) => (value / 100).toFixed(1)}
          tick={TICK}
          stroke="var(--line-strong)"
        />
        <YAxis
          type="category"
          dataKey="name"
          width={118}
          interval={0}
          tick={TICK}
          stroke="var(--line-strong)"
        />
        {series.map(({ key, name }, place) => {
          const { colour, letter } = lookAt(place)
          return (
            <Bar
              key={key}
              name={name}
              dataKey={String(place)}
              fill={fillOf(place)}
              stroke={colour}
              barSize={BAR - 1}
              minPointSize={1}
              isAnimationActive={false}
            >
              <LabelList
                dataKey={String(place)}
                position="right"
                formatter={() => letter}
                fill="var(--ink)"
                fontSize={10}
              />
            </Bar>
          )
        })}
      </BarChart>
    </ResponsiveContainer>
  )
}
