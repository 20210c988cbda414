/** The nine factors that both published sets have. */
export const SHARED_FACTOR_IDS = [
  'autonomy',
  'selfModification',
  'toolUse',
  'memory',
  'context',
  'identity',
  'multiAgent',
  'nonDeterminism',
  'opacity',
] as const

export type SharedFactorId = (typeof SHARED_FACTOR_IDS)[number]
export type FactorId = SharedFactorId | 'goalPlanning' | 'language'

/** Every factor of either published set, in the order of the report pages. */
export const FACTOR_IDS = [
  'autonomy',
  'goalPlanning',
  'selfModification',
  'toolUse',
  'memory',
  'context',
  'language',
  'identity',
  'multiAgent',
  'nonDeterminism',
  'opacity',
] as const satisfies readonly FactorId[]

export type FactorGroup = 'agency' | 'environment' | 'systemic' | 'model'

/** The ratings, in hundredths, that the papers describe in words. */
export const ANCHORS = [0, 50, 100] as const
export type Anchor = (typeof ANCHORS)[number]

export type Factor = {
  readonly id: FactorId
  /** Two letters that stand for the factor in a vector string. */
  readonly code: string
  readonly name: string
  /** The name in the 0.8 paper, where that paper renamed the factor. */
  readonly name08?: string
  readonly group: FactorGroup
  readonly question: string
  readonly anchors: Readonly<Record<Anchor, string>>
}

export const FACTORS: Readonly<Record<FactorId, Factor>> = {
  autonomy: {
    id: 'autonomy',
    code: 'AU',
    name: 'Autonomy of Action',
    name08: 'Execution Autonomy',
    group: 'agency',
    question: 'How far does the agent act before a person has agreed?',
    anchors: {
      0: 'A person approves every step that matters.',
      50: 'It acts alone in a sandbox or where little can go wrong.',
      100: 'It acts alone on production systems.',
    },
  },
  goalPlanning: {
    id: 'goalPlanning',
    code: 'GP',
    name: 'Goal-Driven Planning',
    group: 'agency',
    question: 'Does the agent decide for itself which steps lead to a goal?',
    anchors: {
      0: 'It carries out single, fixed steps.',
      50: 'It breaks a goal into steps within one agent.',
      100: 'It changes its plan freely or spreads it over several agents.',
    },
  },
  selfModification: {
    id: 'selfModification',
    code: 'SM',
    name: 'Self-Modification',
    group: 'agency',
    question: 'What can the agent change about itself?',
    anchors: {
      0: 'Nothing: it stays as it was shipped.',
      50: 'Its own prompt, its configuration or the goals of the session.',
      100: 'Its tools, its control flow, its code or its weights.',
    },
  },
  toolUse: {
    id: 'toolUse',
    code: 'TU',
    name: 'Dynamic Tool Use',
    name08: 'External Tool Control Surface',
    group: 'environment',
    question: 'How much can the agent do to other systems through its tools?',
    anchors: {
      0: 'It has no tools, or tools that only read.',
      50: 'It has a mixture of tools under a tight allow-list.',
      100: 'It has broad and powerful tools, such as cloud, CI/CD, SQL or a shell.',
    },
  },
  memory: {
    id: 'memory',
    code: 'ME',
    name: 'Persistent Memory',
    name08: 'State Retention',
    group: 'environment',
    question: 'What does the agent carry from one moment to the next?',
    anchors: {
      0: 'Nothing: every call starts afresh.',
      50: 'It remembers for as long as the session lasts.',
      100: 'It writes a memory that later sessions read.',
    },
  },
  context: {
    id: 'context',
    code: 'CO',
    name: 'Contextual Awareness',
    group: 'environment',
    question: 'Which signals from outside steer what the agent does?',
    anchors: {
      0: 'None reach it.',
      50: 'A few, narrow and chosen with care.',
      100: 'Open signals, which anybody may shape, drive its actions.',
    },
  },
  language: {
    id: 'language',
    code: 'NL',
    name: 'Natural Language Interface',
    group: 'environment',
    question: 'How much does free text decide?',
    anchors: {
      0: 'It takes structured input only.',
      50: 'Text asks questions and looks things up.',
      100: 'Text drives its tools and its plans.',
    },
  },
  identity: {
    id: 'identity',
    code: 'ID',
    name: 'Dynamic Identity',
    group: 'systemic',
    question: 'As whom can the agent act?',
    anchors: {
      0: 'As one fixed identity with the least rights it needs.',
      50: 'As a few, between which a policy lets it switch.',
      100: 'As any: it takes on roles, or crosses tenants, at will.',
    },
  },
  multiAgent: {
    id: 'multiAgent',
    code: 'MA',
    name: 'Multi-Agent Interactions',
    group: 'systemic',
    question: 'How many other agents does it work with, and who chose them?',
    anchors: {
      0: 'None: it works on its own.',
      50: 'One or two that are known beforehand.',
      100: 'Many, brought together while it runs.',
    },
  },
  nonDeterminism: {
    id: 'nonDeterminism',
    code: 'ND',
    name: 'Non-Determinism',
    group: 'model',
    question: 'How differently may it act on the same request?',
    anchors: {
      0: 'Not at all: rules or fixed paths decide.',
      50: 'It varies, within bounds that are strictly guarded.',
      100: 'It varies widely and little guards it.',
    },
  },
  opacity: {
    id: 'opacity',
    code: 'OP',
    name: 'Opacity & Reflexivity',
    group: 'model',
    question: 'Can anybody find out afterwards why it acted?',
    anchors: {
      0: 'Yes, from a complete trace that can be replayed.',
      50: 'In part, from logs with gaps.',
      100: 'No, nobody can tell.',
    },
  },
}

export type FactorSetId = 'goal-planning' | 'natural-language'

export type FactorSet = {
  readonly id: FactorSetId
  readonly name: string
  /** Ten factors in the order of the report pages. */
  readonly factors: readonly FactorId[]
}

export const FACTOR_SETS: Readonly<Record<FactorSetId, FactorSet>> = {
  'goal-planning': {
    id: 'goal-planning',
    name: 'Goal-Driven Planning set',
    factors: FACTOR_IDS.filter((id) => id !== 'language'),
  },
  'natural-language': {
    id: 'natural-language',
    name: 'Natural Language Interface set',
    factors: FACTOR_IDS.filter((id) => id !== 'goalPlanning'),
  },
}

export const FACTOR_SET_IDS = ['goal-planning', 'natural-language'] as const satisfies readonly FactorSetId[]
