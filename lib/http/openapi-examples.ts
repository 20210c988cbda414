/** A request that computes 9.5 Critical; the documentation shows it and a test sends it. */
export const SCORE_EXAMPLE = {
  formula: 'aivss-0.8',
  cvss: { base: 9.1 },
  threatMultiplier: 1.1,
  mitigationFactor: 1,
  factors: {
    autonomy: 0.8,
    goalPlanning: 0.6,
    selfModification: 0,
    toolUse: 0.9,
    memory: 0.1,
    context: 0.4,
    identity: 0.5,
    multiAgent: 0.3,
    nonDeterminism: 0.5,
    opacity: 0.4,
  },
} as const

/** As much of a document as a draft has to hold, and a little more. */
export const DRAFT_EXAMPLE = {
  schemaVersion: 1,
  name: 'Mail assistant',
  kind: 'agent',
  vendor: 'Example',
  summary: 'Reads a mailbox, drafts answers, and sends those that somebody has approved.',
  formula: 'aivss-0.8',
  factorSet: 'goal-planning',
  cvss: { base: 7.1, rationale: 'Estimated: a mail that is read can steer what is written.' },
  factors: { autonomy: { value: 0.3, rationale: 'Every message waits for a person.' } },
} as const

const layer = (narrative: string) => ({ certainty: 'mapped', narrative }) as const

/** All that publishing asks for. */
export const DOCUMENT_EXAMPLE = {
  ...DRAFT_EXAMPLE,
  tags: ['mail', 'office'],
  threatMultiplier: { value: 0.97, rationale: 'Prompt injection by mail has been shown in public.' },
  mitigationFactor: { value: 0.83, rationale: 'A person confirms whatever leaves.' },
  factors: {
    ...DRAFT_EXAMPLE.factors,
    goalPlanning: { value: 0.2, rationale: 'One mail, one draft.' },
    selfModification: { value: 0, rationale: 'Its instructions are fixed.' },
    toolUse: {
      value: 0.5,
      rationale: 'It reads, files and drafts.',
      evidence: [{ text: 'The list of its tools.', url: 'https://example.org/mail-assistant/tools' }],
    },
    memory: { value: 0.3, rationale: 'It keeps a summary of each thread.' },
    context: { value: 0.6, rationale: 'It reads what strangers wrote.' },
    identity: { value: 0.4, rationale: 'It acts as the owner of the mailbox.' },
    multiAgent: { value: 0, rationale: 'It works alone.' },
    nonDeterminism: { value: 0.5, rationale: 'The same mail may be answered in two ways.' },
    opacity: { value: 0.4, rationale: 'Drafts are kept, reasons are not.' },
  },
  layers: {
    L1: layer('A mail steers the model by instructions in its text.'),
    L2: layer('The summary of a thread carries what a stranger wrote into later answers.'),
    L3: layer('A tool takes an address that the model made up.'),
    L4: layer('The credentials of the mailbox lie where the agent runs.'),
    L5: layer('Nobody is told when it drafts far more than usual.'),
    L6: layer('Drafts may quote what must not leave the company.'),
    L7: { certainty: 'uncertain', narrative: 'Whether other agents read this mailbox is not documented.' },
  },
} as const

export const PUBLISH_EXAMPLE = { note: 'First publication.', byline: 'The security team' } as const

export const SHARE_EXAMPLE = {
  label: 'For the review in December',
  sections: 'without-evidence',
  expiresAt: '2099-12-31T00:00:00.000Z',
} as const
