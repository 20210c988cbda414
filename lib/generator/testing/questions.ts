import { RARE } from '@/lib/generator/testing/hundred-thousand'

type Question = Readonly<Record<string, string>>

/** What lists, files and runs are asked for at that size, as it stands in an address. */
export const QUESTIONS: readonly Question[] = [
  { severity: 'Critical' },
  { severity: 'None' },
  { kind: 'other' },
  { tag: 'cloud' },
  { tag: 'hipaa', sort: '-score' },
  { tag: RARE, sort: 'name' },
  { toolUse: '0.8..', identity: '0.5..' },
  { toolUse: '0.95..', opacity: '0.9..', sort: 'name' },
  { score: '9..', formula: 'aivss-0.5' },
  { uncertain: 'L3', openLayers: '6..' },
  { draft: 'changed', visibility: 'listed' },
  { published: '2026-01-01..2026-01-31', sort: '-published' },
  { outdated: 'yes', sort: '-score' },
  { q: 'cloud' },
  { q: 'clodu' },
  { q: 'cloud', sort: 'name' },
  { q: 'sec' },
  { q: 'hipaa kubernetes' },
  { q: 'hipaa kubernetes', sort: 'name' },
  { q: RARE },
  { q: RARE, sort: 'name', limit: '10' },
  { q: 'zzyzx', sort: '-score' },
  { q: 'xylophonik' },
  { q: 'cloud', severity: 'High', kind: 'skill' },
  { severity: 'Low', sort: '-score' },
  { cvss: '9.8..', mitigation: '..0.3' },
]

/** Files are read to their end, so these are not the longest ones. */
export const FILES: readonly Question[] = [
  { severity: 'Critical' },
  { kind: 'other' },
  { tag: 'hipaa', sort: '-score' },
  { toolUse: '0.95..', opacity: '0.9..' },
  { draft: 'changed', visibility: 'listed' },
  { q: 'cloud', severity: 'High', kind: 'skill' },
  { q: 'hipaa kubernetes' },
  { q: RARE },
]

/** What docs/decisions/0023 and 0025 know to walk far: what stands together at the end of another order. */
export const LIMITS: readonly Question[] = [
  { published: '2026-01-01..2026-01-31' },
  { cvss: '..4', sort: '-score' },
  { toolUse: '0..0.2', sort: '-score' },
]
