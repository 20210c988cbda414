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

export const PUBLISH_EXAMPLE = { note: 'First publication.', byline: 'The security team' } as const

export const SHARE_EXAMPLE = {
  label: 'For the review in December',
  sections: 'without-evidence',
  expiresAt: '2099-12-31T00:00:00.000Z',
} as const
