import { randomUUID } from 'node:crypto'
import type { Scope } from '../../lib/access/scopes'
import { completeDraft } from '../agents'
import { createShare } from './programs'
import type { Target, World } from './world'

/** One request to an endpoint: what its path is filled with, and what goes along. */
export type ApiRequest = {
  /** What a token has to be made for, said here once more and not read from the endpoint; without it everybody is served. */
  readonly scope?: Scope
  readonly place?: (target: Target) => Readonly<Record<string, string>>
  /** What stands behind the question mark, and names things of the workspace as a path does. */
  readonly query?: (target: Target) => string
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
  listAgents: { scope: 'read', reached: 200 },
  createAgent: { scope: 'write', reached: 201 },
  getAgent: { scope: 'read', place: agent, reached: 200 },
  saveAgent: {
    scope: 'write',
    place: agent,
    headers: { 'if-match': '*' },
    prepare: freshAgent,
    reached: 200,
  },
  deleteAgent: { scope: 'write', place: agent, prepare: freshAgent, reached: 204 },
  publishAgent: { scope: 'write', place: agent, prepare: freshAgent, reached: 201 },
  listRevisions: { scope: 'read', place: agent, reached: 200 },
  getRevision: { scope: 'read', place: (at) => ({ id: at.publishedId, n: '1' }), reached: 200 },
  compareAgents: {
    scope: 'read',
    query: ({ publishedId, listed }) => `agents=${publishedId},${listed}`,
    reached: 200,
  },
  listShares: { scope: 'read', place: agent, reached: 200 },
  createShare: { scope: 'write', place: agent, reached: 201 },
  revokeShare: { scope: 'write', place: (at) => ({ id: at.share }), prepare: freshShare, reached: 204 },
  listAudit: { scope: 'audit', reached: 200 },
}
