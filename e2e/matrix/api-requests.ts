import { randomUUID } from 'node:crypto'
import { completeDraft } from '../agents'
import { createShare } from './programs'
import type { Target, World } from './world'

/** One request to an endpoint: what its path is filled with, and what goes along. */
export type ApiRequest = {
  readonly place?: (target: Target) => Readonly<Record<string, string>>
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** For whoever may: things that one request uses up. */
  readonly prepare?: (world: World) => Promise<Partial<Target>>
  /** What whoever may gets. */
  readonly reached: number
}

const agent = (at: Target) => ({ id: at.publishedId })

const freshAgent = async (world: World): Promise<Partial<Target>> => {
  const made = await world.writer.post('/api/v1/agents', {
    data: completeDraft({ name: `For one request ${randomUUID()}` }),
  })
  return { publishedId: (await made.json()).id }
}
const freshShare = async (world: World): Promise<Partial<Target>> => ({
  share: (await createShare(world.writer, world.target.publishedId)).id,
})

/** One request for each endpoint, by its id. */
export const API_REQUESTS: Readonly<Record<string, ApiRequest>> = {
  listLibrary: { reached: 200 },
  getReport: { place: (at) => ({ slug: at.publicName }), reached: 200 },
  openapi: { reached: 200 },
  live: { reached: 200 },
  ready: { reached: 200 },
  score: { reached: 200 },
  listAgents: { reached: 200 },
  createAgent: { reached: 201 },
  getAgent: { place: agent, reached: 200 },
  saveAgent: { place: agent, headers: { 'if-match': '*' }, prepare: freshAgent, reached: 200 },
  deleteAgent: { place: agent, prepare: freshAgent, reached: 204 },
  publishAgent: { place: agent, prepare: freshAgent, reached: 201 },
  listRevisions: { place: agent, reached: 200 },
  getRevision: { place: (at) => ({ id: at.publishedId, n: '1' }), reached: 200 },
  listShares: { place: agent, reached: 200 },
  createShare: { place: agent, reached: 201 },
  revokeShare: { place: (at) => ({ id: at.share }), prepare: freshShare, reached: 204 },
  listAudit: { reached: 200 },
}
