import type { FactorId } from '@/lib/aivss/factors'
import type { FormulaId } from '@/lib/aivss/formulas'
import type { Severity } from '@/lib/aivss/severity'
import { HIGH_TEXT } from '@/lib/dashboard/high'
import type { LayerId } from '@/lib/maestro/layers'
import { isoDay } from '@/lib/report/dates'
import { addressOf } from '@/lib/search/traits'

/** Where each figure of a dashboard leads: the list of exactly those agents that it counts. */
export const linksOf = (workspace: string) => {
  const home = `/w/${workspace}`
  const agents = (asked: Readonly<Record<string, string>> = {}) => addressOf(`${home}/agents`, asked)
  return {
    all: agents(),
    published: agents({ score: '0.0..10.0', sort: '-score' }),
    draftOnly: agents({ draft: 'draft-only' }),
    changed: agents({ draft: 'changed' }),
    uncertain: agents({ openLayers: '1..7', sort: '-openLayers' }),
    outdated: agents({ outdated: 'yes', sort: 'published' }),
    formula: (formula: FormulaId) => agents({ formula, sort: '-score' }),
    band: (formula: FormulaId, severity: Severity) => agents({ formula, severity, sort: '-score' }),
    highFactor: (factor: FactorId) => agents({ [factor]: `${HIGH_TEXT}..1.00`, sort: '-score' }),
    openLayer: (uncertain: LayerId) => agents({ uncertain, sort: '-openLayers' }),
    agent: (slug: string) => `${home}/agents/${slug}`,
    factorOf: (slug: string, factor: FactorId) => `${home}/agents/${slug}/report#${factor}`,
    layerOf: (slug: string, layer: LayerId) => `${home}/agents/${slug}/report#${layer}`,
    moved: (change: string, since: Date) => addressOf(`${home}/movement`, { change, since: isoDay(since) }),
    trend: (slug: string) => `${home}/agents/${slug}/trend`,
    oldest: agents({ sort: 'published' }),
    overview: (since: Date) => addressOf(home, { since: isoDay(since) }),
    weeks: `${home}/trend`,
    trash: `${home}/trash`,
  }
}

export type DashboardLinks = ReturnType<typeof linksOf>
