import { z } from 'zod'
import { err, ok, type Result } from '@/lib/base/result'
import { addresses } from '@/lib/report/addresses'
import { type Outcome, unusable } from '@/scripts/fullscore/outcome'
import { type Answer, ask, refusal, type Server, strange } from '@/scripts/fullscore/server'

const lineSchema = z.looseObject({ id: z.string(), slug: z.string() })
const pageSchema = z.looseObject({ items: z.array(lineSchema) })

/** An agent as the API tells of it; what it tells besides is passed on and not looked at. */
const agentSchema = lineSchema.extend({
  version: z.int(),
  visibility: z.string(),
  publicName: z.string().nullable(),
  url: z.string(),
  latest: z.looseObject({ revision: z.int() }).nullable(),
  document: z.looseObject({}),
})
export type Agent = z.output<typeof agentSchema>

/** An agent, and what to send along so that nobody's later change is written over. */
export type Held = { readonly agent: Agent; readonly etag: string }

export const isSlug = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)

export const noSlug = (text: string): Outcome =>
  unusable(
    `“${text}” is no name of an agent: it is the last part of its address, such as azure-mcp-server-mcp.`,
  )

/** The agent of that name in the workspace of the token. */
export async function getAgent(server: Server, slug: string): Promise<Result<Held, Outcome>> {
  const listed = await ask(server, { path: `/api/v1/agents?slug=${slug}` })
  if (!listed.ok) return listed
  const page = pageSchema.safeParse(listed.value.body)
  if (!page.success) return err(strange(server))
  const line = page.data.items.find((item) => item.slug === slug)
  if (line === undefined)
    return err(refusal(`${server.url} has no agent ${slug} in the workspace of this token; check the name.`))
  const found = await ask(server, { path: agentPath(line.id) })
  return found.ok ? readAgent(server, found.value) : found
}

export const agentPath = (id: string): string => `/api/v1/agents/${encodeURIComponent(id)}`

export function readAgent(server: Server, { body, headers }: Answer): Result<Held, Outcome> {
  const agent = agentSchema.safeParse(body)
  if (!agent.success) return err(strange(server))
  return ok({ agent: agent.data, etag: headers.get('etag') ?? etagOf(agent.data.version) })
}

export const etagOf = (version: number): string => `"${version}"`

/** Where everybody reads it, if everybody may; else where members see it. */
export const addressOf = (server: Server, { url, visibility, publicName }: Agent): string =>
  visibility === 'listed' && publicName !== null ? `${server.url}${addresses.report(publicName)}` : url
