import { twinSchema } from '../lib/assessment/twin'
import { openTerminal, type Terminal } from '../scripts/test-run'
import { completeDraft } from './agents'
import { test as base, expect } from './people'
import { createToken } from './tokens'

/** Somebody with the command line, which asks the server under test. */
const test = base.extend<{ readonly terminal: Terminal }>({
  terminal: async ({ baseURL }, use) => {
    const terminal = openTerminal({ FULLSCORE_URL: baseURL ?? '' })
    await use(terminal)
    terminal.close()
  },
})

const DOCUMENT = completeDraft({ name: 'Terminal pilot' })

test('what is published is pulled by everybody, and scored, checked and drawn from there', async ({
  terminal: { run, read },
}) => {
  const slug = 'azure-mcp-server-mcp'
  const document = await run(['pull', slug])
  expect([document.exit, document.err]).toEqual([0, expect.stringContaining(`of ${slug}.`)])
  const twin = await run(['pull', slug, '--twin', '--out', 'twin.json', '--json'])
  expect(JSON.parse(twin.out)).toEqual({ file: 'twin.json', slug })
  const { score, ...whole } = twinSchema.parse(JSON.parse(read('twin.json')))
  expect(JSON.parse(document.out)).toEqual(whole.document)
  expect(JSON.parse((await run(['score', '-', '--json'], { input: document.out })).out)).toEqual(score)
  expect((await run(['validate', 'twin.json'])).exit).toBe(0)
  expect((await run(['badge', '-'], { input: document.out })).out).toContain(score.severity)
  const unknown = await run(['pull', 'no-such-agent'])
  expect([unknown.exit, unknown.out]).toEqual([3, ''])
  expect(unknown.err).toContain('refused (404): No listed agent has this name.')
})

test('a document is pushed, pulled, changed, pushed back and published', async ({
  owner,
  act,
  terminal: { run, write, read },
}) => {
  const env = {
    FULLSCORE_TOKEN: (await createToken(await act(owner), owner.workspace, ['read', 'write'])).token,
  }
  write('agent.json', DOCUMENT)
  const made = await run(['push', 'agent.json', '--json'], { env })
  expect([made.exit, JSON.parse(made.out)]).toEqual([
    0,
    {
      id: expect.any(String),
      slug: 'terminal-pilot',
      version: 1,
      url: expect.stringContaining(`/w/${owner.workspace}/agents/`),
    },
  ])
  const pulled = await run(['pull', 'terminal-pilot', '--out', 'back.json', '--json'], { env })
  expect(JSON.parse(pulled.out)).toEqual({ file: 'back.json', slug: 'terminal-pilot', version: 1 })
  expect(JSON.parse(read('back.json'))).toEqual(DOCUMENT)

  write('agent.json', { ...DOCUMENT, summary: 'Changed at a terminal.' })
  const push = ['push', 'agent.json', '--slug', 'terminal-pilot']
  const saved = await run([...push, '--based-on', '1'], { env })
  expect([saved.exit, saved.out]).toEqual([
    0,
    expect.stringContaining('terminal-pilot: saved as version 2\n'),
  ])

  const same = await run(push, { env })
  expect([same.exit, same.out]).toEqual([0, expect.stringContaining('the same already, as version 2\n')])

  write('agent.json', { ...DOCUMENT, summary: 'Changed from what was read before.' })
  const late = await run([...push, '--based-on', '1'], { env })
  expect([late.exit, late.err]).toEqual([
    3,
    expect.stringContaining('Somebody has saved terminal-pilot since'),
  ])

  const publish = [...push, '--publish', '--note', 'From a pipeline', '--byline', 'The pipeline']
  const published = await run([...publish, '--json'], { env })
  expect(JSON.parse(published.out)).toMatchObject({ slug: 'terminal-pilot', revision: 1 })
  const again = await run(publish, { env })
  expect([again.exit, again.out]).toEqual([0, expect.stringContaining('published already')])
  await owner.page.goto(`/w/${owner.workspace}/agents/terminal-pilot`)
  await expect(owner.page.getByText('From a pipeline')).toBeVisible()
})

test('what cannot be published is not saved, and what a token may not do is told in the words of the server', async ({
  owner,
  act,
  terminal: { run, write },
}) => {
  const api = await act(owner)
  const reader = { FULLSCORE_TOKEN: (await createToken(api, owner.workspace, ['read'])).token }
  const writer = {
    FULLSCORE_TOKEN: (await createToken(api, owner.workspace, ['read', 'write'])).token,
  }
  write('agent.json', DOCUMENT)
  const { summary: _, ...draft } = DOCUMENT
  write('draft.json', draft)

  const refused = await run(['push', 'agent.json'], { env: reader })
  expect([refused.exit, refused.err]).toEqual([3, expect.stringContaining('refused (403)')])
  const incomplete = await run(['push', 'draft.json', '--publish'], { env: writer })
  expect([incomplete.exit, incomplete.err]).toEqual([
    2,
    expect.stringContaining('  summary: Write a summary.'),
  ])
  const nobody = await run(['pull', 'terminal-pilot'], {
    env: { FULLSCORE_TOKEN: `${reader.FULLSCORE_TOKEN}x` },
  })
  expect([nobody.exit, nobody.err]).toEqual([3, expect.stringContaining('refused (401)')])
  const nothing = await run(['pull', 'terminal-pilot'], { env: reader })
  expect([nothing.exit, nothing.err]).toEqual([3, expect.stringContaining('has no agent terminal-pilot')])
  for (const { out, err } of [refused, incomplete, nobody, nothing])
    expect(out + err).not.toContain(reader.FULLSCORE_TOKEN)
})
