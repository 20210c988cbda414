import { test as base, expect, publicName } from './complete-agents'
import { DEMO_SLUGS } from './fixtures'
import { bearer, createToken } from './tokens'

const [LISTED = ''] = DEMO_SLUGS

type Compare = (...names: readonly string[]) => Promise<{ status: number; body: Answer }>
type Answer = { agents: { key: string; name: string; url: string }[]; detail: string; errors: unknown[] }

const test = base.extend<{ compare: Compare }>({
  compare: async ({ owner: { workspace }, act, owner, request }, use) => {
    const { token } = await createToken(await act(owner), workspace, ['read'])
    await use(async (...names) => {
      const answer = await request.get(`/api/v1/compare?agents=${names.join(',')}`, {
        headers: bearer(token),
      })
      return { status: answer.status(), body: await answer.json() }
    })
  },
})

test('agents of the workspace and listed ones stand side by side, each under the name it was asked for by', async ({
  compare,
  desk: { begin, publish },
}) => {
  const own = await begin('Quay crane')
  await publish(own)
  const slug = own.split('/').at(-1) ?? ''
  const { status, body } = await compare(LISTED, slug)
  expect(status).toBe(200)
  expect(body.agents.map(({ key, name }) => [key, name])).toEqual([
    [LISTED, expect.any(String)],
    [slug, 'Quay crane'],
  ])
})

test('an agent of the workspace that is not published is not answered with a listed one of its name', async ({
  compare,
  desk: { begin },
}) => {
  const [, other = ''] = DEMO_SLUGS
  const own = await begin(LISTED)
  expect(own.split('/').at(-1)).toBe(LISTED)
  expect((await compare(LISTED, other)).status).toBe(404)
})

test('an agent that is asked for by two names is one agent', async ({
  compare,
  desk: { begin, publish, send },
}) => {
  const own = await begin('Harbour radar')
  await publish(own)
  const slug = own.split('/').at(-1) ?? ''
  const listed = publicName()
  await send(own, 'List in the library', { publicName: listed })
  const alone = await compare(slug, listed)
  expect(alone.status).toBe(422)
  expect(alone.body.errors).toHaveLength(1)
  const { body } = await compare(listed, LISTED, slug)
  expect(body.agents.map(({ key }) => key)).toEqual([listed, LISTED])
})
