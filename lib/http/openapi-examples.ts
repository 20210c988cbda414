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
