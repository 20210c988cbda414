import type { ComparedAgent } from '@/lib/compare/compared-agent'
import { listOf } from '@/lib/compare/words'

/** As they are called wherever they stand beside each other: a draft is called one, and no two have the same name. */
export const withOwnNames = (agents: readonly ComparedAgent[]): readonly ComparedAgent[] =>
  toldApart(
    agents.map((agent) =>
      agent.source.kind === 'draft' ? { ...agent, name: `${agent.name} (draft)` } : agent,
    ),
  )

/** The address tells apart whom the name does not; what that makes the same as a third is told apart once more. */
function toldApart(agents: readonly ComparedAgent[]): readonly ComparedAgent[] {
  const isShared = ({ key, name }: ComparedAgent) =>
    agents.some((other) => other.key !== key && other.name === name)
  return agents.some(isShared)
    ? toldApart(
        agents.map((agent) => (isShared(agent) ? { ...agent, name: `${agent.name} (${agent.key})` } : agent)),
      )
    : agents
}

export const comparisonTitle = (agents: readonly Pick<ComparedAgent, 'name'>[]): string =>
  `${listOf(agents.map(({ name }) => name))} side by side`
