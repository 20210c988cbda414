import type { Issue } from '@/lib/assessment/issues'
import type { AgentKey, ComparisonState } from '@/lib/compare/address'
import type { ComparedAgent } from '@/lib/compare/compared-agent'

export type Settled = {
  /** With the names of today, and without what is not there. */
  readonly state: ComparisonState
  readonly agents: readonly ComparedAgent[]
  readonly refused: readonly Issue[]
}

/** What was asked for, as far as its agents are there: each once, however many of its names were given. */
export function settle(
  asked: ComparisonState,
  found: ReadonlyMap<AgentKey, ComparedAgent>,
  whyMissing: string,
): Settled {
  const agents = [...new Map(asked.agents.flatMap((key) => entryOf(found.get(key)))).values()]
  const missing = asked.agents.filter((key) => !found.has(key))
  const today = (key: AgentKey | undefined) => (key === undefined ? undefined : found.get(key)?.key)
  const [worse, than] = [today(asked.worse), today(asked.than)]
  const isPair = worse !== undefined && than !== undefined && worse !== than
  const isAsked = asked.worse !== undefined || asked.than !== undefined
  return {
    state: {
      ...asked,
      agents: agents.map(({ key }) => key),
      worse: isPair ? worse : undefined,
      than: isPair ? than : undefined,
    },
    agents,
    refused: [
      ...missing.map((path) => ({ path, message: whyMissing })),
      ...(isAsked && !isPair ? [{ path: 'worse', message: NO_PAIR }] : []),
    ],
  }
}

const entryOf = (agent: ComparedAgent | undefined): readonly (readonly [AgentKey, ComparedAgent])[] =>
  agent === undefined ? [] : [[agent.key, agent]]

const NO_PAIR = 'Choose two different agents of this comparison to see why one scores higher than the other.'
