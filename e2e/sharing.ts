import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { readEnv } from '@/lib/env'
import { runningDatabase } from '@/lib/postgres/running'
import { query } from '@/lib/postgres/test-server'

/** Every form in which a link is answered. */
export const FORMS = ['', '.json', '.md', '.pdf', '.html', '/og.png'] as const

/** Something of the form of a link that nobody was given. */
export const unknownLink = (): string => `/r/${randomUUID().replaceAll('-', '')}`

export type Answer = {
  readonly status: number
  readonly headers: readonly string[]
  readonly body: string
}

const agent = new Agent({ keepAlive: true, maxSockets: 600 })

/** Exactly what stands in an answer, but for what no two share: when it was given, and which it is. */
export function ask(
  baseURL: string | undefined,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(baseURL ?? '')
  return new Promise((resolve, reject) => {
    const sent = request({ agent, hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: pairsOf(response.rawHeaders)
            .filter((pair) => !/^(date|x-request-id): /i.test(pair))
            .map((pair) => pair.replace(/'nonce-[^']+'/g, "'nonce'")),
          body: Buffer.concat(chunks).toString('latin1'),
        }),
      )
    })
    sent.on('error', reject)
    sent.end()
  })
}

const pairsOf = (raw: readonly string[]): readonly string[] =>
  raw.flatMap((name, index) => (index % 2 === 0 ? [`${name}: ${raw[index + 1]}`] : []))

/** Asks the database of the app itself, for what no page can bring about, such as the passing of time. */
export function queryStored(text: string): Promise<readonly Record<string, unknown>[]> {
  const env = readEnv({ FULLSCORE_DATA: '.build/e2e-data' }, process.cwd())
  if (!env.ok) throw new Error(env.error.join(' '))
  const running = runningDatabase(env.value)
  if (!running.ok) throw new Error(running.error)
  return query(running.value.appUrl, text)
}
