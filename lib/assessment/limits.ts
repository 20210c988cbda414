/** The longest texts and lists of a document. Lengths count characters (code points), not UTF-16 units. */
export const LIMITS = {
  name: 120,
  vendor: 120,
  byline: 120,
  tag: 40,
  tags: 20,
  description: 4_000,
  summary: 1_000,
  rationale: 2_000,
  narrative: 20_000,
  evidenceText: 500,
  evidencePerFactor: 10,
  link: 2_000,
  publishNote: 500,
} as const
