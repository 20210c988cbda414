'use client'

import { PolarAngleAxis, PolarGrid, PolarRadiusAxis, Radar, RadarChart, ResponsiveContainer } from 'recharts'
import { dataOf, lookAt, type Series } from '@/components/charts/series'

/** The shape of each agent over the factors. */
export function FactorRadar({ rows, series }: { rows: readonly string[]; series: readonly Series[] }) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <RadarChart data={dataOf(rows, series)} outerRadius="100%" margin={AROUND} accessibilityLayer={false}>
        <PolarGrid stroke="var(--line)" />
        <PolarAngleAxis dataKey="name" tick={Tick} />
        <PolarRadiusAxis domain={[0, 100]} tick={false} axisLine={false} />
        {series.map(({ key, name }, place) => {
          const { colour, dashes, marker } = lookAt(place)
          return (
            <Radar
              key={key}
              name={name}
              dataKey={String(place)}
              stroke={colour}
              strokeWidth={2}
              strokeDasharray={dashes}
              fill="none"
              isAnimationActive={false}
              dot={({ cx, cy, index }) => (
                <path key={index} d={marker} transform={`translate(${cx} ${cy})`} fill={colour} />
              )}
            />
          )
        })}
      </RadarChart>
    </ResponsiveContainer>
  )
}

/** The room of the names, which is the same on a phone: the shape takes what is left. */
const AROUND = { top: 44, right: 84, bottom: 44, left: 84 }

/** A name in as many lines as it has words, since a phone has no room beside the shape. */
function Tick({
  x,
  y,
  payload,
  textAnchor,
}: {
  x: number | string
  y: number | string
  payload: { value?: unknown }
  textAnchor: 'start' | 'middle' | 'end' | 'inherit'
}) {
  const lines = String(payload.value).split(/(?<=&) |(?<!&) (?!&)|(?<=-)/)
  return (
    <text x={x} y={y} textAnchor={textAnchor} fill="var(--ink-soft)" fontSize="12">
      {lines.map((line, place) => (
        <tspan key={line} x={x} dy={place === 0 ? `${(1 - lines.length) / 2 + 0.3}em` : '1.1em'}>
          {line}
        </tspan>
      ))}
    </text>
  )
}
