import { z } from 'zod'
import type { Issue } from '@/lib/assessment/issues'
import { err, ok, type Result } from '@/lib/base/result'
import { isLoopback, originFault } from '@/lib/env-urls'
import type { Call, Flags } from '@/scripts/fullscore/command'
import { EXIT } from '@/scripts/fullscore/exit-codes'
import { complaint, type Outcome, unusable } from '@/scripts/fullscore/outcome'

export const SERVER_FLAGS: Flags = {
  url: { value: 'ADDRESS', about: 'the server (default FULLSCORE_URL, else http://localhost:3000)' },
  insecure: { about: 'send the token unencrypted to another machine' },
}

/** Where to ask, and as whom. A token comes from the environment alone: a flag would stay in the history of a shell. */
export type Server = { readonly url: string; readonly token: string | undefined }

export function findServer({ values, switches }: Call): Result<Server, Outcome> {
  const [source, given] =
    values['url'] === undefined ? ['FULLSCORE_URL', process.env['FULLSCORE_URL']] : ['--url', values['url']]
  const url = given || 'http://localhost:3000'
  const fault = originFault(url)
  if (fault !== undefined) return err(unusable(`${source} ${fault}`))
  const { origin, protocol, hostname } = new URL(url)
  const token = process.env['FULLSCORE_TOKEN']?.trim() || undefined
  if (token === undefined) return ok({ url: origin, token })
  if (!/^[\x21-\x7e]+$/.test(token))
    return err(unusable('FULLSCORE_TOKEN holds characters that no token has; copy it again.'))
  const isPrivate = protocol === 'https:' || isLoopback(hostname.replace(/^\[|\]$/g, ''))
  if (isPrivate || switches.has('insecure')) return ok({ url: origin, token })
  const remedy = 'Use https, unset FULLSCORE_TOKEN, or say --insecure where you trust everything in between.'
  return err(unusable(`The token was not sent: ${origin} is not encrypted, and not this machine. ${remedy}`))
}

export type Question = {
  readonly method?: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** With the status of an answer that was one. */
export type Refusal = Outcome & { readonly status?: number }

export type Answer = { readonly body: unknown; readonly headers: Headers }

/** Asks once; a refusal comes back with the sentence of the server. */
export async function ask(server: Server, question: Question): Promise<Result<Answer, Refusal>> {
  const { method = 'GET', path, body, headers } = question
  let response: Response
  let text: string
  try {
    response = await fetch(`${server.url}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(server.token !== undefined && { authorization: `Bearer ${server.token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      // Another host must not be handed the token, and this one would otherwise be taken for a stranger without saying so.
      redirect: server.token === undefined ? 'follow' : 'manual',
      signal: AbortSignal.timeout(WAIT_MS),
    })
    text = await response.text()
  } catch (error) {
    return err(unreachable(server, error))
  }
  const parsed = parseJson(text)
  if (response.status >= 300 && response.status < 400) {
    const place = response.headers.get('location') ?? 'another address'
    return err(refusal(`${server.url} sends elsewhere, to ${place}; name that server or agent.`))
  }
  if (!response.ok) return err(refused(server, response, parsed))
  if (parsed === undefined) return err(refusal(`${server.url} answered with no JSON; is it a Fullscore?`))
  return ok({ body: parsed, headers: response.headers })
}

/** An answer that is not as the API describes it, as that of another program or another version. */
export const strange = ({ url }: Server): Outcome =>
  refusal(
    `${url} answered with something that this command does not know; is it a Fullscore of this version?`,
  )

const WAIT_MS = 30_000

/** Told as what it is: the call was right, and the server did not do it. */
export const refusal = (detail: string, errors: readonly Issue[] = []): Outcome => ({
  exit: EXIT.server,
  complaint: complaint(detail, errors),
})

function unreachable({ url }: Server, error: unknown): Outcome {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  const code = cause instanceof Error ? String(Reflect.get(cause, 'code') ?? cause.name) : 'unknown'
  const isLate = code === 'TimeoutError' || code === String(DOMException.TIMEOUT_ERR)
  const what = isLate ? `did not answer within ${WAIT_MS / 1000} seconds` : `could not be reached (${code})`
  return refusal(`${url} ${what}. Start it with npm start, or name another with --url or FULLSCORE_URL.`)
}

const problemSchema = z.looseObject({
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})

function refused({ url, token }: Server, { status }: Response, body: unknown): Refusal {
  const { data } = problemSchema.safeParse(body)
  const sentence = data?.detail ?? 'It did not say why; is it a Fullscore?'
  const hint = status === 401 && token === undefined ? ` ${TOKEN_HINT}` : ''
  const errors = (data?.errors ?? []).filter(({ path, message }) => path !== '' || message !== sentence)
  return { ...refusal(`${url} refused (${status}): ${sentence}${hint}`, errors), status }
}

export const TOKEN_HINT = 'An owner makes one in the workspace under Tokens; export it as FULLSCORE_TOKEN.'

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
