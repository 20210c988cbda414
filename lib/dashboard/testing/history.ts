import { renewCard } from '@/lib/agents/cards/card'
import { saveDraft } from '@/lib/agents/drafts/draft'
import { publishRevision } from '@/lib/agents/publishing/publish'
import { withdrawRevision } from '@/lib/agents/publishing/withdraw'
import { documentWith } from '@/lib/agents/testing/documents'
import { type Team, write } from '@/lib/agents/testing/writing'
import { deleteAgent, restoreAgent } from '@/lib/agents/trash'
import { FACTOR_SETS } from '@/lib/aivss/factors'
import { FORMULA_IDS } from '@/lib/aivss/formulas'
import type { Random } from '@/lib/aivss/testing/random'
import { type AssessmentDocument, documentSchema } from '@/lib/assessment/document'
import { settle } from '@/lib/db/transact'
import { LAYER_IDS } from '@/lib/maestro/layers'

const pick = <T>(random: Random, of: readonly T[]): T => {
  const picked = of[random(0, of.length - 1)]
  if (picked === undefined) throw new Error('nothing to pick from')
  return picked
}

export function randomDocument(name: string, random: Random): AssessmentDocument {
  const formula = pick(random, [...FORMULA_IDS, ...FORMULA_IDS.slice(0, 1), ...FORMULA_IDS.slice(0, 1)])
  const factors = FACTOR_SETS['goal-planning'].factors.map((id) => [id, { value: random(0, 100) / 100 }])
  const layers = LAYER_IDS.map((id) => [
    id,
    { certainty: random(0, 3) === 0 ? 'uncertain' : 'mapped', narrative: `About ${id}.` },
  ])
  return documentSchema.parse({
    ...documentWith({ name, formula, base: random(0, 100) / 10 }),
    factors: Object.fromEntries(factors),
    layers: Object.fromEntries(layers),
  })
}

/** Publishes at a moment of the past, as what is loaded into a workspace is. */
export const publishAt = (
  { workspaceId }: Team,
  agentId: string,
  document: AssessmentDocument,
  publishedAt: Date,
): Promise<number> =>
  settle(async (tx) => {
    const publication = { workspaceId, agentId, document, note: '', byline: 'A tester', publishedAt }
    const number = await publishRevision(tx, publication)
    await renewCard(tx, { workspaceId, agentId })
    return number
  })

const DAY_MS = 24 * 3_600_000

/** Agents with up to four revisions each, published on random days of the last hundred and forty, always the older first. */
export async function createPast(team: Team, random: Random, agents: number): Promise<readonly string[]> {
  const ids: string[] = []
  for (let index = 0; index < agents; index += 1) {
    const name = `Agent ${index}`
    const agentId = await write(team, `agent-${index}`, randomDocument(name, random))
    const ages = Array.from({ length: random(0, 4) }, () => random(0, 140 * 24)).toSorted((a, b) => b - a)
    for (const hours of new Set(ages))
      await publishAt(
        team,
        agentId,
        randomDocument(name, random),
        new Date(Date.now() - (hours * DAY_MS) / 24 - 1),
      )
    ids.push(agentId)
  }
  return ids
}

/** One thing that somebody may do to an agent now, whether or not it can be done to this one. */
export async function actAtRandom(team: Team, agentId: string, random: Random): Promise<void> {
  const what = random(0, 4)
  if (what === 0) await deleteAgent(await team.as('owner', 'agent.write'), agentId)
  else if (what === 1) await restoreAgent(await team.as('owner', 'agent.write'), agentId)
  else if (what === 2)
    await withdrawRevision(await team.as('owner', 'revision.withdraw'), agentId, random(1, 4))
  else if (what === 3)
    await saveDraft(await team.as('editor', 'agent.write'), {
      agentId,
      version: 1,
      document: randomDocument('Saved anew', random),
    })
}
