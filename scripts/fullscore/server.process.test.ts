import { createServer, type RequestListener, type Server } from 'node:http'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { scoreDocument } from '@/lib/assessment/score-document'
import { FULL_DOCUMENT } from '@/lib/assessment/testing/drafts'
import { openTerminal, runProgram } from '@/scripts/test-run'

const terminal = openTerminal({ FULLSCORE_URL: 'http://127.0.0.1:1' })
const { run } = terminal
afterAll(terminal.close)

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

/** A program that is not Fullscore, and what it was asked with which token. */
async function stranger(answer: RequestListener) {
  const shown: (string | undefined)[] = []
  const server = createServer((request, response) => {
    shown.push(request.headers.authorization)
    answer(request, response)
  })
  const url = await listen(server)
  return { url, shown, close: () => server.close() }
}

const TOKEN = 'fullscore_0123456789'

test.each([
  ['pull', 'harbour-pilot'],
  ['push', 'full.json'],
])('%s sends no token unencrypted to another machine', async (...args) => {
  terminal.write('full.json', FULL_DOCUMENT)
  const env = { FULLSCORE_URL: 'http://scores.example.org', FULLSCORE_TOKEN: TOKEN }
  const { exit, out, err } = await run(args, { env })
  expect([exit, out]).toEqual([2, ''])
  expect(err).toContain('The token was not sent: http://scores.example.org is not encrypted')
  expect(err).not.toContain(TOKEN)
})

test.each([
  [['pull'], {}, 'Name one agent'],
  [['pull', '../score'], {}, '“../score” is no name of an agent'],
  [['pull', 'a', '--url', 'localhost:3000'], {}, '--url is "localhost:3000": write an address'],
  [['pull', 'a'], { FULLSCORE_URL: 'ftp://x' }, 'FULLSCORE_URL is "ftp://x": write an address'],
  [['pull', 'a'], { FULLSCORE_TOKEN: 'two words' }, 'FULLSCORE_TOKEN holds characters that no token has'],
  [['push', 'full.json'], {}, 'There is no token in FULLSCORE_TOKEN.'],
  [['push', 'full.json', '--token', TOKEN], {}, '--token is not a flag of push'],
  [['push', 'full.json', '--note', 'x'], { FULLSCORE_TOKEN: TOKEN }, '--note goes with --publish.'],
  [['push', 'full.json', '--based-on', '1'], { FULLSCORE_TOKEN: TOKEN }, '--based-on goes with --slug'],
  [['push', 'gone.json'], { FULLSCORE_TOKEN: TOKEN }, 'gone.json does not exist'],
] as const)('%j with %j is wrong usage, before anybody is asked', async (args, env, sentence) => {
  terminal.write('full.json', FULL_DOCUMENT)
  const { exit, out, err } = await run(args, { env })
  expect([exit, out]).toEqual([2, ''])
  expect(err).toContain(sentence)
})

test('a server that cannot be reached is 3, with its address and what to do', async () => {
  terminal.write('full.json', FULL_DOCUMENT)
  for (const args of [
    ['pull', 'harbour-pilot'],
    ['push', 'full.json'],
  ]) {
    const { exit, out, err } = await run(args, { env: { FULLSCORE_TOKEN: TOKEN } })
    expect([exit, out]).toEqual([3, ''])
    expect(err).toMatch(/^http:\/\/127\.0\.0\.1:1 could not be reached \(\w+\)\. Start it with npm start/)
  }
})

test('another program on the port is told from a Fullscore', async () => {
  const answers = ['<!doctype html>', '{"items": 1}', '{"items": [{"id": "1", "slug": "a"}]}']
  for (const text of answers) {
    const other = await stranger((_, response) => response.end(text))
    for (const env of [{}, { FULLSCORE_TOKEN: TOKEN }]) {
      const { exit, out, err } = await run(['pull', 'a'], { env: { FULLSCORE_URL: other.url, ...env } })
      expect([exit, out, err]).toEqual([3, '', expect.stringContaining('is it a Fullscore')])
    }
    other.close()
  }
})

test('a redirect is not followed with a token, and is told', async () => {
  const elsewhere = await stranger((_, response) => response.end('{}'))
  const first = await stranger((_, response) => response.writeHead(307, { location: elsewhere.url }).end())
  const env = { FULLSCORE_URL: first.url, FULLSCORE_TOKEN: TOKEN }
  const { exit, err } = await run(['pull', 'a'], { env })
  expect([exit, err]).toEqual([3, expect.stringContaining(`sends elsewhere, to ${elsewhere.url}`)])
  expect([first.shown, elsewhere.shown]).toEqual([[`Bearer ${TOKEN}`], []])
  first.close()
  elsewhere.close()
})

test('npx runs what stands in this clone, and asks no registry for a package of that name', async () => {
  const answer = scoreDocument(FULL_DOCUMENT)
  const asked: string[] = []
  const registry = await stranger((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(404).end()
  })
  try {
    const env = {
      HOME: terminal.folder,
      npm_config_cache: join(terminal.folder, 'npm'),
      npm_config_registry: registry.url,
    }
    const command = ['npx', 'fullscore', 'score', answer.vector, '--max', '7.0', '--json']
    for (const cwd of ['.', 'docs']) {
      const { exit, out } = await runProgram(command, { cwd, env })
      expect([exit, JSON.parse(out)]).toEqual([1, answer])
    }
    expect(asked.filter((path) => path.includes('fullscore'))).toEqual([])
  } finally {
    registry.close()
  }
})
