import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Draft } from '@/lib/assessment/document'
import { missingForPublishing } from '@/lib/assessment/missing'
import { err, ok, type Result } from '@/lib/base/result'
import {
  type Agent,
  addressOf,
  agentPath,
  etagOf,
  getAgent,
  type Held,
  isSlug,
  noSlug,
  readAgent,
} from '@/scripts/fullscore/agents'
import type { Call, Command } from '@/scripts/fullscore/command'
import { EXIT } from '@/scripts/fullscore/exit-codes'
import { complaint, type Outcome, unusable } from '@/scripts/fullscore/outcome'
import { nameOf, openDocument } from '@/scripts/fullscore/read-text'
import {
  type Answer,
  ask,
  findServer,
  refusal,
  SERVER_FLAGS,
  type Server,
  strange,
  TOKEN_HINT,
} from '@/scripts/fullscore/server'

export const pushCommand: Command = {
  name: 'push',
  purpose: 'save a document on a server, and publish it if asked to',
  usage: [
    ['fullscore push FILE', 'as the draft of a new agent; - reads standard input'],
    ['fullscore push FILE --slug SLUG', 'in place of the draft of an agent that is there'],
  ],
  flags: {
    slug: { value: 'SLUG', about: 'the agent whose draft it takes the place of' },
    'based-on': { value: 'VERSION', about: 'only if the draft is still this version, as pull said it' },
    publish: { about: 'publish it as a revision too' },
    note: { value: 'TEXT', about: 'with --publish: what has changed' },
    byline: { value: 'NAME', about: 'with --publish: whom the report names as its author' },
    ...SERVER_FLAGS,
  },
  notes: [
    'Needs a token with the scopes read and write in FULLSCORE_TOKEN; an owner makes one in the workspace under Tokens. It is taken from the environment alone, as a flag would stay in the history of your shell, and is sent unencrypted to this machine alone.',
  ],
  examples: [
    { about: 'A new agent', lines: ['npx fullscore push threat-model.json'] },
    {
      about: 'A change, unless somebody else has changed the draft since',
      lines: ['npx fullscore push threat-model.json --slug harbour-pilot --based-on 7'],
    },
    {
      about: 'In a pipeline: publish what has been merged',
      lines: [
        'npx fullscore push threat-model.json --slug harbour-pilot \\',
        '  --publish --note "$(git log -1 --format=%s)"',
      ],
    },
  ],
  run: runPush,
}

async function runPush(call: Call): Promise<Outcome> {
  const [file, ...more] = call.operands
  const { slug } = call.values
  if (file === undefined || more.length > 0)
    return unusable('Name one file: fullscore push threat-model.json.')
  const fault = faultOf(call)
  if (fault !== undefined) return unusable(fault)
  if (slug !== undefined && !isSlug(slug)) return noSlug(slug)
  const server = findServer(call)
  if (!server.ok) return server.error
  if (server.value.token === undefined) return unusable(`There is no token in FULLSCORE_TOKEN. ${TOKEN_HINT}`)
  const draft = await openDocument(file)
  if (!draft.ok) return { exit: EXIT.unusable, complaint: draft.error }
  // Said before anything is saved, so that a pipeline leaves no draft that it cannot publish.
  const missing = call.switches.has('publish') ? missingForPublishing(draft.value) : []
  if (missing.length > 0)
    return unusable(`${nameOf(file)} cannot be published yet; nothing was saved.`, missing)
  return send(server.value, draft.value, call)
}

async function send(server: Server, draft: Draft, { values, switches }: Call): Promise<Outcome> {
  const { slug } = values
  const saved = await (slug === undefined
    ? create(server, draft)
    : replace(server, draft, slug, values['based-on']))
  if (!saved.ok) return saved.error
  const { agent } = saved.value
  if (!switches.has('publish')) return told(server, agent, saved.value.what)
  const published = await publish(server, saved.value, values)
  if (!published.ok) return halfDone(published.error, agent)
  const { revision, isNew } = published.value
  return told(server, agent, isNew ? `published as revision ${revision}` : UNCHANGED, revision)
}

/** Whoever is refused has to know what of it was done all the same. */
function halfDone(
  { complaint: { detail, errors } = complaint(''), ...rest }: Outcome,
  agent: Agent,
): Outcome {
  const done = `The draft of ${agent.slug} is saved at version ${agent.version}, but not published.`
  return { ...rest, complaint: complaint(`${done} ${detail}`, errors) }
}

const UNCHANGED = 'this text is published already, so nothing was done'

/** An agent whose draft is what was pushed, and what had to be done for it. */
type Saved = Held & { readonly what: string }

function faultOf({ values, switches }: Call): string | undefined {
  const basedOn = values['based-on']
  if (basedOn !== undefined && values['slug'] === undefined)
    return '--based-on goes with --slug: a new agent has no version.'
  if (basedOn !== undefined && !/^\d{1,9}$/.test(basedOn))
    return `--based-on is “${basedOn}”: write the number of a version, as pull says it.`
  for (const name of ['note', 'byline'])
    if (values[name] !== undefined && !switches.has('publish')) return `--${name} goes with --publish.`
  return undefined
}

async function create(server: Server, draft: Draft): Promise<Result<Saved, Outcome>> {
  const headers = { 'idempotency-key': randomUUID() }
  const created = await ask(server, { method: 'POST', path: '/api/v1/agents', body: draft, headers })
  return created.ok ? readSaved(server, created.value) : created
}

function readSaved(server: Server, answer: Answer): Result<Saved, Outcome> {
  const held = readAgent(server, answer)
  return held.ok ? ok({ ...held.value, what: `saved as version ${held.value.agent.version}` }) : held
}

async function replace(
  server: Server,
  draft: Draft,
  slug: string,
  basedOn?: string,
): Promise<Result<Saved, Outcome>> {
  const held = await getAgent(server, slug)
  if (!held.ok) return held
  const { agent } = held.value
  // A save counts up the version, and a version is published once: a pipeline that runs again would make revisions of it.
  if (isDeepStrictEqual(agent.document, draft))
    return ok({ ...held.value, what: `the draft is the same already, as version ${agent.version}` })
  const etag = basedOn === undefined ? held.value.etag : etagOf(Number(basedOn))
  const path = agentPath(agent.id)
  const saved = await ask(server, { method: 'PUT', path, body: draft, headers: { 'if-match': etag } })
  if (saved.ok) return readSaved(server, saved.value)
  return saved.error.status === 412 ? err(overtaken(slug)) : saved
}

const overtaken = (slug: string): Outcome =>
  refusal(
    `Somebody has saved ${slug} since, and nothing was written over. Get it with fullscore pull ${slug}, bring both together, and push again.`,
  )

const revisionSchema = z.looseObject({ revision: z.int() })

type Published = { readonly revision: number | undefined; readonly isNew: boolean }

/** Exactly what was saved, or nothing. A pipeline that runs twice on one text is not told off for it. */
async function publish(
  server: Server,
  { agent, etag }: Held,
  { note, byline }: Call['values'],
): Promise<Result<Published, Outcome>> {
  const body = { ...(note !== undefined && { note }), ...(byline !== undefined && { byline }) }
  const headers = { 'idempotency-key': randomUUID(), 'if-match': etag }
  const path = `${agentPath(agent.id)}/publish`
  const done = await ask(server, { method: 'POST', path, body, headers })
  if (!done.ok && done.error.status === 409) return ok({ revision: agent.latest?.revision, isNew: false })
  if (!done.ok) return done.error.status === 412 ? err(overtaken(agent.slug)) : done
  const read = revisionSchema.safeParse(done.value.body)
  return read.success ? ok({ revision: read.data.revision, isNew: true }) : err(strange(server))
}

function told(server: Server, agent: Agent, what: string, revision?: number): Outcome {
  const { id, slug, version } = agent
  const address = addressOf(server, agent)
  const json = { id, slug, version, url: address, ...(revision !== undefined && { revision }) }
  return { exit: EXIT.fine, output: { text: [`${slug}: ${what}\n${address}`], json } }
}
