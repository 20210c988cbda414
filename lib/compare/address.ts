import { z } from 'zod'
import { FORMULA_IDS } from '@/lib/aivss/formulas'
import { SEVERITY_IDS } from '@/lib/aivss/severity'
import type { Issue } from '@/lib/assessment/issues'
import { line } from '@/lib/assessment/text'
import { AGENTS_MAX } from '@/lib/compare/compared-agent'
import { readKnown } from '@/lib/forms/read-known'

/** An agent by its name in addresses; `name:draft` is its draft instead of what is published. */
export type AgentKey = string

const AGENT_KEY = /^[a-z0-9]+(-[a-z0-9]+)*(:draft)?$/
const AGENT_KEY_CHARACTERS_MAX = 86
const DRAFT = ':draft'

const CHART_KINDS = ['radar', 'bars'] as const
export type ChartKind = (typeof CHART_KINDS)[number]

/** Nothing can be brought below the lowest, so it is no target. */
export const TARGETS = SEVERITY_IDS.filter((id) => id !== 'Critical')
export type Target = (typeof TARGETS)[number]
export const TARGET_DEFAULT: Target = 'Medium'

/** Agents of a pair are told by their places, so that the pair stays the same whatever the agents are called by then. */
const place = z
  .string()
  .regex(/^[1-9]$/, 'Choose the two agents from the list.')
  .transform(Number)
  .optional()

const shape = z.strictObject({
  sort: z.enum(['listed', 'spread'], 'Use listed or spread.').default('listed'),
  only: z.literal('differences', 'Use differences, or leave it out.').optional(),
  worse: place,
  than: place,
  target: z.enum(TARGETS, `Use one of ${TARGETS.join(', ')}.`).default(TARGET_DEFAULT),
  formula: z.enum(FORMULA_IDS, `Use one of ${FORMULA_IDS.join(', ')}.`).optional(),
  chart: z.enum(CHART_KINDS, `Use one of ${CHART_KINDS.join(', ')}.`).optional(),
  find: line('The search', 200).optional(),
})

/** Everything that a comparison is: which agents, in which order, and how they are looked at. */
export type ComparisonState = Omit<z.output<typeof shape>, 'worse' | 'than'> & {
  readonly agents: readonly AgentKey[]
  /** The pair that is explained. */
  readonly worse?: AgentKey | undefined
  readonly than?: AgentKey | undefined
}

export type Query = Readonly<Record<string, string | readonly string[] | undefined>>

/** What an address asks for, as far as it can be read. Agents stand in one value with commas, or in several of a form. */
export function readComparison(query: Query): {
  readonly state: ComparisonState
  readonly refused: readonly Issue[]
} {
  const { agents: asked, ...rest } = query
  const names = [asked ?? []].flat().flatMap((part) => part.split(','))
  const { agents, refused } = readAgents(names.map((name) => name.trim()).filter((name) => name !== ''))
  const known = readKnown(shape, lastOfEach(rest), 'A comparison has no such choice.')
  const state = stateOf(known.value, agents)
  const absent = (['worse', 'than'] as const).filter(
    (name) => known.value[name] !== undefined && state[name] === undefined,
  )
  return {
    state: { ...state, agents },
    refused: [
      ...refused,
      ...known.refused,
      ...absent.map((path) => ({ path, message: 'No agent stands at this place. Choose it from the list.' })),
    ],
  }
}

/** A comparison that was kept, of which agents may be gone since: each stands at the place that it was kept at. */
export const keptComparison = (query: Query, agents: ReadonlyMap<number, AgentKey>): ComparisonState => {
  const places = Array.from({ length: AGENTS_MAX }, (_, place) => agents.get(place + 1))
  const known = readKnown(shape, lastOfEach(query), '')
  return { ...stateOf(known.value, places), agents: places.filter((key) => key !== undefined) }
}

const stateOf = (
  { worse, than, ...looks }: z.output<typeof shape>,
  places: readonly (AgentKey | undefined)[],
) => ({
  ...looks,
  worse: worse === undefined ? undefined : places[worse - 1],
  than: than === undefined ? undefined : places[than - 1],
})

function readAgents(asked: readonly string[]) {
  const names = [...new Set(asked)]
  const isKey = (name: string) => name.length <= AGENT_KEY_CHARACTERS_MAX && AGENT_KEY.test(name)
  const keys = names.filter(isKey)
  const wrong = names.filter((name) => !isKey(name)).slice(0, NAMED_MAX)
  return {
    agents: keys.slice(0, AGENTS_MAX),
    refused: [
      ...wrong.map((name) => ({
        path: name.slice(0, AGENT_KEY_CHARACTERS_MAX),
        message: 'This is no name of an agent. Take it out, or add the agent by search below.',
      })),
      ...keys.slice(AGENTS_MAX, AGENTS_MAX + NAMED_MAX).map((path) => ({
        path,
        message: `No more than ${AGENTS_MAX} agents stand side by side. Remove one to make room for this one.`,
      })),
    ],
  }
}

const NAMED_MAX = 10

const lastOfEach = (query: Query): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).flatMap(([key, value]) => {
      const last = [value ?? []].flat().at(-1)
      return last === undefined || last === '' ? [] : [[key, last]]
    }),
  )

/** The parts of an address that say all of it; what is the default is left out. */
export function comparisonFields({
  agents,
  sort,
  only,
  worse,
  than,
  target,
  formula,
  chart,
}: ComparisonState): readonly (readonly [name: string, value: string])[] {
  const [one, other] = [worse, than].map((key) => (key === undefined ? 0 : agents.indexOf(key) + 1))
  const isPair = Boolean(one && other)
  const wanted = {
    agents: agents.join(','),
    sort: sort === 'listed' ? undefined : sort,
    only,
    worse: isPair ? String(one) : undefined,
    than: isPair ? String(other) : undefined,
    target: target === TARGET_DEFAULT ? undefined : target,
    formula,
    chart,
  }
  return Object.entries(wanted).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value] as const],
  )
}

/** How it is looked at, without the agents, and so short whatever the address said besides. */
export const lookQuery = (state: ComparisonState): string =>
  joined(comparisonFields(state).filter(([name]) => name !== 'agents'))

/** The address of the same comparison with something changed. No value in it needs to be escaped. */
export function comparisonAddress(
  path: string,
  state: ComparisonState,
  change: Partial<ComparisonState> = {},
): string {
  const fields = comparisonFields({ ...state, ...change })
  return fields.length === 0 ? path : `${path}?${joined(fields)}`
}

const joined = (fields: ReturnType<typeof comparisonFields>): string =>
  fields.map(([name, value]) => `${name}=${value}`).join('&')

export const draftKeyOf = (name: string): AgentKey => `${name}${DRAFT}`
export const isDraftKey = (key: AgentKey): boolean => key.endsWith(DRAFT)
export const nameOfKey = (key: AgentKey): string => (isDraftKey(key) ? key.slice(0, -DRAFT.length) : key)

/** The same agents with one of them at another place. */
export const moved = (agents: readonly AgentKey[], key: AgentKey, to: number): readonly AgentKey[] =>
  agents.filter((other) => other !== key).toSpliced(to, 0, key)
