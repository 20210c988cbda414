import { bug } from '@/lib/base/assert'
import type { DatabaseCost } from '@/scripts/bench/database-cost'
import { aligned, quantile, type Requirement, tenths, verdictOf } from '@/scripts/bench/table'

/** How long it took until so many more agents were there, indexes and all. */
export type Made = { readonly agents: number; readonly seconds: number }

/** A page at one size, asked for by so many at once; times in milliseconds. */
export type Scaled = {
  readonly what: string
  readonly agents: number
  readonly users: number
  readonly times: readonly number[]
  /** The same statements by the driver alone, one after the other on one connection. */
  readonly floor: readonly number[]
  readonly costs: readonly DatabaseCost[]
  /** How many were told that the app has too much to do. */
  readonly refused: number
}

const HEAD = [
  ...['agents', 'users', 'page', 'p50', 'p95', 'refused', 'queries', 'waited p50', 'p95'],
  ...['bare pg p50', 'p95', 'ratio'],
]
const NOTE = [
  'Milliseconds. waited: until the database had answered, the wait for a connection included. bare pg: the same',
  'statements by the driver alone, one after the other on one connection, where the page sends some side by side.',
]

export function scaleReportOf(rows: readonly Scaled[], made: readonly Made[]): readonly string[] {
  return [
    ...NOTE,
    ...aligned([HEAD, ...rows.map(cellsOf)], [2]),
    '',
    ...made.map(rateOf),
    '',
    ...[...new Set(rows.map(({ users }) => users))].flatMap((users) => growthOf(rows, users)),
    ...requirementsOf(rows),
  ]
}

const rateOf = ({ agents, seconds }: Made): string =>
  `${agents.toLocaleString('en')} agents were generated in ${tenths(seconds)} s: ${Math.round(agents / seconds).toLocaleString('en')} a second.`

const waitedOf = ({ costs }: Scaled): readonly number[] => costs.map(({ dbMs }) => dbMs)
const middle = (times: readonly number[]): number => quantile(times, 0.5)
const nearlyAll = (times: readonly number[]): number => quantile(times, 0.95)

function cellsOf(row: Scaled): readonly string[] {
  const waited = waitedOf(row)
  return [
    row.agents.toLocaleString('en'),
    String(row.users),
    row.what,
    ...[middle(row.times), nearlyAll(row.times)].map(tenths),
    row.refused === 0 ? '' : String(row.refused),
    String(Math.max(...row.costs.map(({ queries }) => queries))),
    ...[middle(waited), nearlyAll(waited), middle(row.floor), nearlyAll(row.floor)].map(tenths),
    timesOver(middle(row.times), middle(row.floor)),
  ]
}

const timesOver = (one: number, other: number): string => `${(one / other).toFixed(1)}×`

/** From each size to each larger one. */
function growthOf(rows: readonly Scaled[], users: number): readonly string[] {
  const title = `How it grows with the agents, ${users === 1 ? 'one user' : `${users} users`}, by p50:`
  const sizes = [...new Set(rows.map(({ agents }) => agents))]
  const steps = sizes.flatMap((from, place) => sizes.slice(place + 1).map((to) => ({ from, to })))
  if (steps.length === 0) return [title, 'There was one size only.', '']
  const head = ['', ...steps.map(({ from, to }) => `${short(to)}/${short(from)}`)]
  const grown = (what: string, measure: (row: Scaled) => number) =>
    steps.map(({ from, to }) => {
      const at = (agents: number) => measure(rowOf(rows, { what, agents, users }))
      return timesOver(at(to), at(from))
    })
  const table = [...new Set(rows.map(({ what }) => what))].flatMap((what) => [
    [what, ...grown(what, ({ times }) => middle(times))],
    ['  waited for the database', ...grown(what, (row) => middle(waitedOf(row)))],
  ])
  return [title, ...aligned([head, ...table], [0]), '']
}

const short = (agents: number): string => `${(agents / 1_000).toLocaleString('en')}k`

type Which = Pick<Scaled, 'what' | 'agents' | 'users'>

function rowOf(rows: readonly Scaled[], { what, agents, users }: Which): Scaled {
  const found = rows.find((row) => row.what === what && row.agents === agents && row.users === users)
  return found ?? bug(`the ${what} was not measured with ${users} users at ${agents} agents`)
}

const HELD_FROM = 1_000
const HELD_TO = 100_000
const GROWTH_MAX = 2.5
const WAITED_MAX_MS = 25

function requirementsOf(rows: readonly Scaled[]): readonly string[] {
  if (![HELD_FROM, HELD_TO].every((size) => rows.some(({ agents }) => agents === size)))
    return [
      `What is required is told where ${HELD_FROM.toLocaleString('en')} and ${HELD_TO.toLocaleString('en')} agents were measured.`,
    ]
  return ['filtered list', 'search', 'dashboard'].flatMap((what) =>
    requirementsFor(
      what,
      rowOf(rows, { what, agents: HELD_FROM, users: 1 }),
      rowOf(rows, { what, agents: HELD_TO, users: 1 }),
    ).map(verdictOf),
  )
}

function requirementsFor(what: string, small: Scaled, large: Scaled): readonly Requirement[] {
  const growth = middle(large.times) / middle(small.times)
  const waited = nearlyAll(waitedOf(large))
  return [
    {
      text: `At ${HELD_TO.toLocaleString('en')} agents the ${what} takes at most ${GROWTH_MAX} times as long as at ${HELD_FROM.toLocaleString('en')}`,
      isHeld: growth <= GROWTH_MAX,
      found: `${growth.toFixed(2)} times`,
    },
    {
      text: `and waits at most ${WAITED_MAX_MS} ms for the database, 19 times in 20`,
      isHeld: waited <= WAITED_MAX_MS,
      found: `${tenths(waited)} ms`,
    },
  ]
}
