import type { DatabaseCost } from '@/scripts/bench/database-cost'
import { aligned, quantile, type Requirement, tenths, verdictOf } from '@/scripts/bench/table'

/** A page at one size, asked for by so many at once; times in milliseconds. */
export type Scaled = {
  readonly what: string
  readonly agents: number
  readonly users: number
  readonly times: readonly number[]
  /** The same statements by the driver alone. */
  readonly floor: readonly number[]
  readonly costs: readonly DatabaseCost[]
  /** How many were told that the app has too much to do. */
  readonly refused: number
}

const HEAD = [
  ...['agents', 'users', 'page', 'p50', 'p95', 'refused', 'queries', 'database p50', 'p95'],
  ...['bare pg p50', 'p95', 'ratio'],
]

export function scaleReportOf(rows: readonly Scaled[]): readonly string[] {
  return [
    ...aligned([HEAD, ...rows.map(cellsOf)], [2]),
    '',
    'How it grows with the agents, one user, by p50:',
    ...growthOf(rows),
    '',
    ...requirementsOf(rows).map(verdictOf),
  ]
}

const databaseOf = ({ costs }: Scaled): readonly number[] => costs.map(({ dbMs }) => dbMs)
const middle = (times: readonly number[]): number => quantile(times, 0.5)
const nearlyAll = (times: readonly number[]): number => quantile(times, 0.95)

function cellsOf(row: Scaled): readonly string[] {
  const database = databaseOf(row)
  return [
    row.agents.toLocaleString('en'),
    String(row.users),
    row.what,
    ...[middle(row.times), nearlyAll(row.times)].map(tenths),
    row.refused === 0 ? '' : String(row.refused),
    String(Math.max(...row.costs.map(({ queries }) => queries))),
    ...[middle(database), nearlyAll(database), middle(row.floor), nearlyAll(row.floor)].map(tenths),
    timesOver(middle(row.times), middle(row.floor)),
  ]
}

const timesOver = (one: number, other: number): string => `${(one / other).toFixed(1)}×`

/** From each size to each larger one. */
function growthOf(rows: readonly Scaled[]): readonly string[] {
  const sizes = [...new Set(rows.map(({ agents }) => agents))]
  const steps = sizes.flatMap((from, place) => sizes.slice(place + 1).map((to) => ({ from, to })))
  if (steps.length === 0) return ['There was one size only.']
  const what = [...new Set(rows.map((row) => row.what))]
  const of = (page: string, agents: number) => alone(rows, page, agents)
  const head = ['', ...steps.map(({ from, to }) => `${short(to)}/${short(from)}`)]
  const grown = (page: string, measure: (row: Scaled) => number) =>
    steps.map(({ from, to }) => {
      const [small, large] = [of(page, from), of(page, to)]
      return small && large ? timesOver(measure(large), measure(small)) : ''
    })
  return aligned(
    [
      head,
      ...what.flatMap((page) => [
        [page, ...grown(page, ({ times }) => middle(times))],
        ['  in the database', ...grown(page, (row) => middle(databaseOf(row)))],
      ]),
    ],
    [0],
  )
}

const short = (agents: number): string => `${(agents / 1_000).toLocaleString('en')}k`

const alone = (rows: readonly Scaled[], what: string, agents: number): Scaled | undefined =>
  rows.find((row) => row.what === what && row.agents === agents && row.users === 1)

const HELD_FROM = 1_000
const HELD_TO = 100_000
const GROWTH_MAX = 2.5
const DATABASE_MAX_MS = 25

function requirementsOf(rows: readonly Scaled[]): readonly Requirement[] {
  return ['filtered list', 'search', 'dashboard'].flatMap((what) => {
    const [small, large] = [alone(rows, what, HELD_FROM), alone(rows, what, HELD_TO)]
    if (!small || !large) return []
    const growth = middle(large.times) / middle(small.times)
    const database = nearlyAll(databaseOf(large))
    return [
      {
        text: `At ${HELD_TO.toLocaleString('en')} agents the ${what} takes at most ${GROWTH_MAX} times as long as at ${HELD_FROM.toLocaleString('en')}`,
        isHeld: growth <= GROWTH_MAX,
        found: `${growth.toFixed(2)} times`,
      },
      {
        text: `and waits at most ${DATABASE_MAX_MS} ms for the database, 19 times in 20`,
        isHeld: database <= DATABASE_MAX_MS,
        found: `${tenths(database)} ms`,
      },
    ]
  })
}
