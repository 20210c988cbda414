import { connect } from 'node:net'
import { readPdf, spaceless } from '@/lib/press/testing/read-pdf'
import { completeDraft, createAgent, createLink, publishDraft, saveDraft } from './agents'
import { expect, test } from './people'
import { sendForm } from './send-form'
import { type Answer, ask, FORMS, queryStored, unknownLink } from './sharing'

test.describe.configure({ mode: 'parallel' })

type Made = { readonly slug: string; readonly id: string; readonly account: string }

const shared = test.extend<{ agent: Made; link: (asked?: Record<string, string>) => Promise<string> }>({
  agent: async ({ owner, act }, use) => {
    const api = await act(owner)
    const agent = await createAgent(api, owner.workspace, 'Harbour Pilot')
    await saveDraft(api, owner.workspace, agent, 1, completeDraft({ name: 'Harbour Pilot' }))
    await publishDraft(api, owner.workspace, agent.slug)
    await use(agent)
  },
  link: async ({ owner, act, agent }, use) => {
    const api = await act(owner)
    await use((asked = {}) => createLink(api, owner.workspace, agent.slug, asked))
  },
})

shared(
  'whatever opens nothing is answered with one answer, byte for byte',
  async ({ owner, act, agent, link, baseURL }) => {
    const api = await act(owner)
    const home = `/w/${owner.workspace}/agents/${agent.slug}`
    const id = async (label: string) =>
      String((await queryStored(`SELECT id FROM shares WHERE label = '${label}'`))[0]?.['id'])
    const [expired, closed, withdrawn, kept] = [
      await link({ label: `expired ${agent.id}` }),
      await link({ label: `closed ${agent.id}`, password: 'violet harbour' }),
      await link({ number: '1' }),
      await link(),
    ]
    await queryStored(`UPDATE shares SET expires_at = now() WHERE id = '${await id(`expired ${agent.id}`)}'`)
    const wanted = await ask(baseURL, unknownLink())
    expect(wanted.status).toBe(404)
    for (const line of ['cache-control: no-store', 'x-robots-tag: noindex', 'referrer-policy: no-referrer'])
      expect(wanted.headers.map((pair) => pair.toLowerCase())).toContain(line)
    const same = async (path: string) => expect(await ask(baseURL, path), path).toEqual(wanted)
    for (const odd of [
      '/r',
      '/r/',
      '/r?x=1',
      '/r/[token]',
      '/r/:token',
      '/r/%00',
      '/r/%',
      '/r/a/b/c',
      '/r/..%2f',
      '/%72/x',
    ])
      await same(odd)
    for (const odd of ['/1', '/1.json', '.exe', '/', '.json.json', '?utm_source=mail', 'x']) {
      await same(`${unknownLink()}${odd}`)
      if (!odd.startsWith('?')) await same(`${kept}${odd}`)
    }
    for (const form of FORMS) {
      await same(`${unknownLink()}${form}`)
      await same(`${expired}${form}`)
    }
    for (const form of ['', '.json', '.md', '.html'])
      expect((await ask(baseURL, `${kept}${form}?utm_source=mail`)).status, form).toBe(200)
    await sendForm(api, `/w/${owner.workspace}/agents/${agent.slug}`, 'Withdraw revision 1')
    for (const form of FORMS) for (const path of [withdrawn, kept, closed]) await same(`${path}${form}`)
    await saveDraft(
      api,
      owner.workspace,
      agent,
      2,
      completeDraft({ name: 'Harbour Pilot', summary: 'Anew.' }),
    )
    await publishDraft(api, owner.workspace, agent.slug)
    expect((await ask(baseURL, `${kept}.json`)).status).toBe(200)
    await same(`${withdrawn}.json`)
    await sendForm(api, home, 'Change who can read it', { visibility: 'private' })
    for (const form of FORMS) for (const path of [withdrawn, kept, closed]) await same(`${path}${form}`)
    const head = { method: 'HEAD' }
    expect(await ask(baseURL, kept, head)).toEqual(await ask(baseURL, unknownLink(), head))
    for (const method of ['DELETE', 'PUT', 'OPTIONS', 'TRACE'])
      for (const headers of [{}, { origin: baseURL ?? '' }])
        expect(await ask(baseURL, kept, { method, headers }), method).toEqual(
          await ask(baseURL, '/r/x', { method, headers }),
        )
    const own = { headers: { origin: baseURL ?? '' }, method: 'POST' }
    for (const path of [kept, closed, '/r/x', `${kept}.json`])
      expect(await ask(baseURL, path, own), path).toEqual(wanted)
  },
)

shared('no other address keeps a picture of what is shared', async ({ link, baseURL }) => {
  const picture = encodeURIComponent(`${await link()}/og.png`)
  const optimised = await ask(baseURL, `/_next/image?url=${picture}&w=640&q=75`)
  expect(optimised.status).toBe(404)
  expect(optimised.headers.join()).not.toContain('image/')
})

shared('a token of a megabyte is answered as any other that is none', async ({ baseURL }) => {
  const { hostname, port } = new URL(baseURL ?? '')
  const send = (path: string) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname)
      let text = ''
      socket.on('data', (chunk) => {
        text += chunk.toString('latin1')
      })
      socket.once('close', () => resolve(text))
      socket.once('error', reject)
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    })
  const plain = (text: string) => text.replace(/^(date|x-request-id): .*\r\n/gim, '')
  expect(plain(await send(`/r/${'x'.repeat(1_048_576)}`))).toBe(plain(await send(unknownLink())))
})

/** All that an answer says, whatever the lines: for a PDF what another program reads in it, and its bytes too. */
async function toldBy({ headers, body }: Answer): Promise<string> {
  const isPdf = headers.some((line) => /^content-type: application\/pdf/i.test(line))
  const read = isPdf ? await readPdf(Buffer.from(body, 'latin1')) : undefined
  return spaceless([...headers, body, JSON.stringify(read ?? '')].join(' '))
}

shared(
  'what is not shared stands in no form: no draft, note, other revision, member, label or id',
  async ({ owner, act, agent, link, baseURL }) => {
    const api = await act(owner)
    const { workspace } = owner
    const write = (version: number, what: string) =>
      saveDraft(
        api,
        workspace,
        agent,
        version,
        completeDraft({ name: 'Harbour Pilot', summary: `Told in ${what}.`, description: `Canary ${what}` }),
      )
    await write(2, 'second revision')
    await publishDraft(api, workspace, agent.slug, 'Canary note of the second')
    await write(3, 'third revision')
    await publishDraft(api, workspace, agent.slug, 'Canary note of the third')
    await write(4, 'open draft')
    const [latest, pinned, summary, closed] = [
      await link({ label: 'Canary label' }),
      await link({ label: 'Canary label', number: '2' }),
      await link({ label: 'Canary label', sections: 'summary' }),
      await link({ label: 'Canary label', password: 'violet harbour' }),
    ]
    const ids = await queryStored(
      `SELECT s.id, s.workspace_id, s.token_hash, s.created_by FROM shares s WHERE agent_id = '${agent.id}'`,
    )
    const never = [
      'Canary note',
      'Canary label',
      'open draft',
      owner.name,
      owner.email,
      workspace,
      agent.slug,
      agent.id,
      ...ids.flatMap((row) => Object.values(row).map(String)),
    ]
    const others: Readonly<Record<string, readonly string[]>> = {
      [latest]: ['second revision'],
      [pinned]: ['third revision'],
      [summary]: ['second revision', 'Canary third revision'],
      [closed]: ['second revision', 'third revision', 'Harbour'],
    }
    for (const [path, more] of Object.entries(others))
      for (const form of FORMS) {
        const told = await toldBy(await ask(baseURL, `${path}${form}`))
        for (const text of [...never, ...more])
          expect(told.includes(spaceless(text)), `${text} in ${form} of ${path}`).toBe(false)
      }
    expect(await toldBy(await ask(baseURL, `${latest}.pdf`))).toContain(spaceless('Told in third revision'))
    expect((await ask(baseURL, `${latest}.json`)).body).toContain('third revision')
    expect((await ask(baseURL, `${pinned}.md`)).body).toContain('second revision')
  },
)
