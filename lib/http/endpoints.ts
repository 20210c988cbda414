import type { Endpoint } from '@/lib/http/endpoint'
import * as agents from '@/lib/http/endpoints/agents'
import { listAuditEndpoint } from '@/lib/http/endpoints/audit'
import { compareAgentsEndpoint } from '@/lib/http/endpoints/compare'
import * as everybody from '@/lib/http/endpoints/public'
import * as revisions from '@/lib/http/endpoints/revisions'
import * as shares from '@/lib/http/endpoints/shares'

/** The whole API, in the order in which the reference tells it. */
export const ENDPOINTS: readonly Endpoint[] = [
  everybody.scoreEndpoint,
  everybody.listLibraryEndpoint,
  everybody.getReportEndpoint,
  agents.listAgentsEndpoint,
  agents.createAgentEndpoint,
  agents.getAgentEndpoint,
  agents.saveAgentEndpoint,
  revisions.publishAgentEndpoint,
  revisions.listRevisionsEndpoint,
  revisions.getRevisionEndpoint,
  compareAgentsEndpoint,
  shares.listSharesEndpoint,
  shares.createShareEndpoint,
  shares.revokeShareEndpoint,
  agents.deleteAgentEndpoint,
  listAuditEndpoint,
  everybody.openapiEndpoint,
  everybody.liveEndpoint,
  everybody.readyEndpoint,
]
