import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ENDPOINTS } from '../lib/http/endpoints'
import { freshAddress } from './fixtures'
import { expect, test } from './people'
import { createToken } from './tokens'

const MARK = 'fullscore-example'

test('every curl example of the reference works as it stands, from top to bottom', async ({
  owner,
  act,
  baseURL,
}) => {
  const url = baseURL ?? ''
  const { token } = await createToken(await act(owner), owner.workspace, ['read', 'write', 'audit'])
  await owner.page.goto('/docs/api')
  const examples = await owner.page
    .locator('pre[data-example]')
    .evaluateAll((found) =>
      found.map((one) => ({ id: one.getAttribute('data-example'), text: one.textContent })),
    )
  expect(examples.map(({ id }) => id).toSorted()).toEqual(ENDPOINTS.map(({ id }) => id).toSorted())
  const script = examples.map(({ id, text }) => `printf '\\n${MARK} %s\\n' '${id}'\n${text}`).join('\n')
  const answers = new Map(
    (await runInBash(script, { FULLSCORE_URL: url, FULLSCORE_TOKEN: token }))
      .split(`${MARK} `)
      .slice(1)
      .map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1).trim()] as const),
  )
  expect([...answers.keys()]).toEqual(examples.map(({ id }) => id))
  const answer = (id: string) => JSON.parse(answers.get(id) ?? '')
  expect(answer('score')).toMatchObject({ score: 9.5, severity: 'Critical' })
  expect(answer('listAgents').items).toEqual([])
  expect(answer('getAgent')).toMatchObject({ id: answer('createAgent').id, version: 1 })
  expect(answer('saveAgent')).toMatchObject({ version: 2, hasUnpublishedChanges: true })
  expect(answer('getRevision')).toMatchObject({ revision: answer('publishAgent').revision })
  expect(
    answer('compareAgents').standings[0].groups.map(({ severity }: { severity: string }) => severity),
  ).toEqual(['High', 'Medium'])
  expect(answer('listShares').items).toEqual([])
  expect(answer('createShare').url).toContain(`${url}/r/`)
  for (const nothing of ['revokeShare', 'deleteAgent']) expect(answers.get(nothing)).toBe('')
  expect(answer('listAudit').items[0]).toMatchObject({ action: 'agent.delete' })
})

/** Runs a script as a reader would who pastes it; any command that is refused ends it. */
async function runInBash(script: string, given: Readonly<Record<string, string>>): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'fullscore-examples-'))
  try {
    // Settings of whoever runs curl, and no part of the examples: a refusal is a failure, and limits are this test's own.
    await writeFile(join(home, '.curlrc'), `fail-with-body\nheader = "x-forwarded-for: ${freshAddress()}"\n`)
    const ran = await promisify(execFile)('bash', ['-e', '-o', 'pipefail', '-c', script], {
      cwd: home,
      env: { ...process.env, HOME: home, ...given },
      maxBuffer: 10_000_000,
    }).catch((error: { stdout?: string; stderr?: string }) => {
      throw new Error(`${error.stdout?.slice(-2_000)}\n${error.stderr}`)
    })
    return ran.stdout
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}
