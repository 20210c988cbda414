export const LAYER_IDS = ['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7'] as const

export type LayerId = (typeof LAYER_IDS)[number]

export type Layer = {
  readonly id: LayerId
  readonly slug: string
  readonly name: string
  /** What lives there. */
  readonly about: string
  readonly threats: readonly LayerThreat[]
  /** Drawn as a vertical that touches every other layer. */
  readonly crossCutting: boolean
}

export type LayerThreat = { readonly name: string; readonly detail: string }

export const LAYERS: readonly Layer[] = [
  {
    id: 'L1',
    slug: 'foundation-models',
    name: 'Foundation Models',
    about: 'The model itself: its weights, how it is run, and what it was aligned to do.',
    threats: [
      { name: 'Prompt injection', detail: 'Text that the model reads as data is followed as an order.' },
      { name: 'Backdoors', detail: 'A trigger hidden in training makes the model turn.' },
      { name: 'Extraction', detail: 'Weights or training data are drawn out through many questions.' },
      { name: 'Model denial of service', detail: 'Costly inputs use up the capacity that others need.' },
    ],
    crossCutting: false,
  },
  {
    id: 'L2',
    slug: 'data-operations',
    name: 'Data Operations',
    about: 'What the agent looks things up in: retrieval, vector stores and the pipelines that fill them.',
    threats: [
      {
        name: 'Knowledge poisoning',
        detail: 'False entries are planted where the agent will retrieve them.',
      },
      { name: 'Embedding tampering', detail: 'Vectors are altered so that a search finds the wrong thing.' },
      { name: 'Exfiltration', detail: 'Stored data leaves through answers or tool calls.' },
      { name: 'Stale indexes', detail: 'The agent acts on facts that have long changed.' },
    ],
    crossCutting: false,
  },
  {
    id: 'L3',
    slug: 'agent-frameworks',
    name: 'Agent Frameworks',
    about: 'What turns a model into an agent: orchestration, tools and the wiring of MCP.',
    threats: [
      { name: 'Tool misuse', detail: 'A legitimate tool is steered to a harmful end.' },
      {
        name: 'Poisoned tool descriptions',
        detail: 'The text that describes a tool carries orders of its own.',
      },
      { name: 'Skipped validation', detail: 'Arguments reach a tool without a check.' },
      { name: 'Runaway loops', detail: 'The agent repeats or spawns steps without an end.' },
    ],
    crossCutting: false,
  },
  {
    id: 'L4',
    slug: 'deployment-and-infrastructure',
    name: 'Deployment & Infrastructure',
    about: 'Where it runs: the runtime, the network around it and the secrets it holds.',
    threats: [
      { name: 'Credential theft', detail: 'Keys and tokens are read from the environment, files or logs.' },
      { name: 'Container escape', detail: 'Code leaves its sandbox and reaches the host.' },
      { name: 'Lateral movement', detail: 'From one machine an intruder goes on to its neighbours.' },
      { name: 'Exposed endpoints', detail: 'A port meant for the inside answers to anybody.' },
    ],
    crossCutting: false,
  },
  {
    id: 'L5',
    slug: 'evaluation-and-observability',
    name: 'Evaluation & Observability',
    about: 'How anybody knows what it does: logs, evaluations and people who review.',
    threats: [
      { name: 'Selective log deletion', detail: 'Exactly the entries that would tell are missing.' },
      { name: 'Noise flooding', detail: 'So much is logged that nothing stands out.' },
      { name: 'Reviewer overload', detail: 'People approve what they no longer have time to read.' },
      { name: 'Gamed evaluations', detail: 'The agent does well on the test and otherwise in use.' },
    ],
    crossCutting: false,
  },
  {
    id: 'L6',
    slug: 'security-and-compliance',
    name: 'Security & Compliance',
    about: 'What governs all the others: identity, policy and regulation.',
    threats: [
      { name: 'Over-scoped tokens', detail: 'A credential opens more than the task needs.' },
      { name: 'Confused deputy', detail: 'The agent uses its own rights for somebody who has none.' },
      { name: 'Policy bypass', detail: 'A way round exists that the policy does not see.' },
      { name: 'Data residency', detail: 'Data ends up where a law forbids it to be.' },
    ],
    crossCutting: true,
  },
  {
    id: 'L7',
    slug: 'agent-ecosystem',
    name: 'Agent Ecosystem',
    about: 'Whom it deals with: other agents, people and the registries it is found in.',
    threats: [
      { name: 'Impersonation', detail: 'Somebody poses as an agent or as a person it trusts.' },
      { name: 'Rogue servers', detail: 'A server offers useful tools and serves another master.' },
      { name: 'Registry poisoning', detail: 'A listing leads to a changed or look-alike package.' },
      { name: 'Human over-trust', detail: 'People follow its advice without a second look.' },
    ],
    crossCutting: false,
  },
]
