import type { FormulaId } from '@/lib/aivss/formulas'
import type { Severity } from '@/lib/aivss/severity'
import type { Kind } from '@/lib/assessment/kinds'
import type { LayerId } from '@/lib/maestro/layers'
import type { Level } from '@/lib/search/levels'
import { fold } from '@/lib/search/words'

/**
 * What lists filter and dashboards count, one text for each trait of an agent. The same texts stand in the rows, in the
 * tallies that the database keeps of them, and in the conditions of a query.
 */
export const FACETS = {
  kind: (kind: Kind) => `kind:${kind}`,
  vendor: (vendor: string) => `vendor:${fold(vendor)}`,
  tag: (tag: string) => `tag:${tag}`,
  visibility: (visibility: string) => `visibility:${visibility}`,
  draft: (state: string) => `draft:${state}`,
  formula: (formula: FormulaId) => `formula:${formula}`,
  severity: (severity: Severity) => `severity:${severity}`,
  /** A severity under one formula, because those of different formulas are never counted as one. */
  band: (formula: FormulaId, severity: Severity) => `band:${formula}:${severity}`,
  /** Counted by the database from the levels of a row, which has no such text itself. */
  level: (level: Level) => `level:${level}`,
  uncertain: (layer: LayerId) => `uncertain:${layer}`,
  uncertainLayers: (count: number) => `uncertain-layers:${count}`,
} as const

/** Every agent carries this one, so that all of them are counted like any other trait. */
export const EVERY_AGENT = 'agent'

/** The scope of the library, which is nobody's workspace. */
export const LIBRARY_SCOPE = '00000000-0000-0000-0000-000000000000'

export type Profile = {
  readonly kind: Kind
  readonly vendor: string
  readonly tags: readonly string[]
}

export type Figures = {
  readonly formula: FormulaId
  readonly severity: Severity
  readonly uncertain: readonly LayerId[]
}

export const profileFacets = ({ kind, vendor, tags }: Profile): readonly string[] => [
  EVERY_AGENT,
  FACETS.kind(kind),
  ...(vendor === '' ? [] : [FACETS.vendor(vendor)]),
  ...tags.map(FACETS.tag),
]

export const figureFacets = ({ formula, severity, uncertain }: Figures): readonly string[] => [
  FACETS.formula(formula),
  FACETS.severity(severity),
  FACETS.band(formula, severity),
  ...uncertain.map(FACETS.uncertain),
  FACETS.uncertainLayers(uncertain.length),
]
