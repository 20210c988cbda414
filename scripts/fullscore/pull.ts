import { z } from 'zod'
import { err, ok, type Result } from '@/lib/base/result'
import { getAgent, isSlug, noSlug } from '@/scripts/fullscore/agents'
import type { Call, Command } from '@/scripts/fullscore/command'
import { EXIT } from '@/scripts/fullscore/exit-codes'
import { type Outcome, unusable } from '@/scripts/fullscore/outcome'
import { toJson } from '@/scripts/fullscore/paint'
import { ask, findServer, SERVER_FLAGS, type Server, strange } from '@/scripts/fullscore/server'
import { writeText } from '@/scripts/fullscore/write-text'

export const pullCommand: Command = {
  name: 'pull',
  purpose: 'get the document of an agent from a server',
  usage: [['fullscore pull SLUG', 'SLUG is the last part of the address of an agent']],
  flags: {
    out: { value: 'FILE', about: 'write it there instead of to standard output' },
    twin: { about: 'the whole .json twin of the published report: score, revision, date too' },
    ...SERVER_FLAGS,
  },
  notes: [
    'Without a token: the document of the latest published report of a listed agent. With a token in FULLSCORE_TOKEN: the draft of the agent of that name in your workspace, with its version.',
    'A token is taken from the environment alone, as a flag would stay in the history of your shell.',
  ],
  examples: [
    {
      about: 'What is published, from the demo library of a server on this machine',
      lines: ['npx fullscore pull azure-mcp-server-mcp --out azure.json'],
    },
    {
      about: 'The draft of a colleague, from the server of the team',
      lines: [
        'export FULLSCORE_URL=https://scores.example.org',
        'FULLSCORE_TOKEN=$(cat ~/.fullscore-token) npx fullscore pull harbour-pilot',
      ],
    },
  ],
  run: runPull,
}

async function runPull(call: Call): Promise<Outcome> {
  const [slug, ...more] = call.operands
  if (slug === undefined || more.length > 0)
    return unusable('Name one agent: fullscore pull azure-mcp-server-mcp.')
  if (!isSlug(slug)) return noSlug(slug)
  const server = findServer(call)
  if (!server.ok) return server.error
  const isPublished = call.switches.has('twin') || server.value.token === undefined
  const pulled = isPublished
    ? await pullReport(server.value, slug, call.switches.has('twin'))
    : await pullDraft(server.value, slug)
  return pulled.ok ? handOver(pulled.value, call.values['out']) : pulled.error
}

type Pulled = {
  readonly what: string
  readonly slug: string
  readonly version?: number
  readonly content: unknown
}

const twinSchema = z.looseObject({ document: z.looseObject({}), revision: z.int() })

/** What everybody may read, as a stranger. */
async function pullReport(server: Server, slug: string, asTwin: boolean): Promise<Result<Pulled, Outcome>> {
  const stranger = { url: server.url, token: undefined }
  const answer = await ask(stranger, { path: `/api/v1/library/${slug}` })
  if (!answer.ok) return answer
  const twin = twinSchema.safeParse(answer.value.body)
  if (!twin.success) return err(strange(server))
  const content = asTwin ? twin.data : twin.data.document
  return ok({ what: `revision ${twin.data.revision} of ${slug}`, slug, content })
}

async function pullDraft(server: Server, slug: string): Promise<Result<Pulled, Outcome>> {
  const held = await getAgent(server, slug)
  if (!held.ok) return held
  const { version, document } = held.value.agent
  return ok({ what: `draft of ${slug}, version ${version}`, slug, version, content: document })
}

async function handOver({ what, slug, version, content }: Pulled, out?: string): Promise<Outcome> {
  const text = toJson(content)
  // Whoever changes it and pushes it back can say which version it was made from.
  if (out === undefined) return { exit: EXIT.fine, output: { raw: text }, remark: `This is ${what}.` }
  const written = await writeText(out, text)
  if (!written.ok) return unusable(written.error)
  const json = { file: out, slug, ...(version !== undefined && { version }) }
  return { exit: EXIT.fine, output: { text: [`${out}: ${what}`], json } }
}
