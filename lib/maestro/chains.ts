import type { LayerId } from '@/lib/maestro/layers'

/** A threat that only becomes one by passing from layer to layer. */
export type Chain = {
  readonly id: string
  readonly name: string
  /** In the order in which the threat travels. */
  readonly layers: readonly LayerId[]
  readonly story: string
}

export const CHAINS: readonly Chain[] = [
  {
    id: 'invented-rule',
    name: 'An invented rule becomes policy',
    layers: ['L1', 'L2', 'L3'],
    story:
      'The model makes up a rule, the rule is stored for retrieval, and a later run finds it and acts on it.',
  },
  {
    id: 'framework-to-control-bypass',
    name: 'From the framework past the controls',
    layers: ['L3', 'L4', 'L6'],
    story:
      'A flaw in the framework meets weak infrastructure, and from there the security controls can be avoided.',
  },
  {
    id: 'poison-spreads',
    name: 'Poisoned data spreads',
    layers: ['L2', 'L3', 'L7'],
    story:
      'A planted entry leads to an action, and the result of the action reaches other agents and people.',
  },
  {
    id: 'hidden-tracks',
    name: 'The agent hides its tracks',
    layers: ['L3', 'L5', 'L6'],
    story: 'An agent that has been taken over removes its own log entries, so that the audit finds nothing.',
  },
  {
    id: 'confused-deputy',
    name: 'The confused deputy',
    layers: ['L3', 'L6', 'L7'],
    story:
      'Somebody without rights asks an agent that has them, and it serves the request under its own identity.',
  },
  {
    id: 'rubber-stamp',
    name: 'Review becomes a rubber stamp',
    layers: ['L5', 'L7'],
    story: 'More asks for review than people can read, so they approve whatever the agent puts before them.',
  },
]
