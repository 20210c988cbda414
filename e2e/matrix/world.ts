import { randomUUID } from 'node:crypto'
import type { APIRequestContext, Cookie } from '@playwright/test'
import { bug } from '../../lib/base/assert'
import { completeDraft, createAgent, type MadeAgent, memberId, publishDraft, saveDraft } from '../agents'
import { type Account, createColleague, createOwner, openApi } from '../people'
import { readForm, sendForm } from '../send-form'
import { createPrograms, createShare, PROGRAMS } from './programs'

/** What a request is about: a workspace and things in it, each by what stands in addresses and forms. */
export type Target = {
  readonly workspace: string
  /** Agents by their slugs: one that is published, one that is listed, one that could be published. */
  readonly published: string
  readonly listed: string
  readonly ready: string
  /** Ids: of an agent with a draft, of one in the trash, of a member, of an open invitation. */
  readonly draft: string
  readonly trashed: string
  readonly member: string
  readonly invitation: string
  /** Ids: of a token, of a link to a report, of the agent that is published. */
  readonly token: string
  readonly share: string
  readonly publishedId: string
  /** Of the agent that is listed. */
  readonly publicName: string
  /** The ids of a badge address of the published agent, and of a comparison of it with the listed one. */
  readonly badge: string
  readonly comparison: string
  /** The ids of a run that has not begun yet, and of one that is through. */
  readonly run: string
  readonly finishedRun: string
  /** The id of a saved view. */
  readonly view: string
}

export const ROLES_HERE = ['viewer', 'editor', 'owner'] as const
/** Programs with a token, and whoever was given a link: to the pages of members all of them are strangers. */
export const WITHOUT_ACCOUNT = ['anonymous', 'link holder', ...PROGRAMS] as const
export const ACTORS = [
  ...WITHOUT_ACCOUNT,
  'owner of another workspace',
  ...ROLES_HERE,
  'removed member',
] as const
export type ActorName = (typeof ACTORS)[number]
export type Actor = { readonly name: ActorName; readonly api: APIRequestContext; readonly userId: string }

export type World = {
  readonly actors: readonly Actor[]
  readonly owner: APIRequestContext
  /** A program of the workspace that may write. */
  readonly writer: APIRequestContext
  readonly target: Target
  /** Of the owner of another workspace. */
  readonly elsewhere: string
  /** The member that every role may look at, by name. */
  readonly memberName: string
}

/** Nothing of it exists anywhere. */
export const missingTarget = (): Target => ({
  workspace: `no-team-${randomUUID()}`,
  published: `no-agent-${randomUUID()}`,
  listed: `no-agent-${randomUUID()}`,
  ready: `no-agent-${randomUUID()}`,
  draft: randomUUID(),
  trashed: randomUUID(),
  member: randomUUID(),
  invitation: randomUUID(),
  badge: randomUUID(),
  view: randomUUID(),
  comparison: randomUUID(),
  token: randomUUID(),
  share: randomUUID(),
  publishedId: randomUUID(),
  publicName: `no-agent-${randomUUID()}`,
  run: randomUUID(),
  finishedRun: randomUUID(),
})

export async function createWorld(baseURL: string | undefined): Promise<World> {
  const [owner, stranger] = [await createOwner(baseURL), await createOwner(baseURL, 'Sam Stranger')]
  const [viewer, editor, removed] = [
    await createColleague(baseURL, owner, 'viewer'),
    await createColleague(baseURL, owner, 'editor'),
    await createColleague(baseURL, owner, 'editor', 'Rob Removed'),
  ]
  const { workspace } = owner
  const api = await openApi(baseURL, owner.cookies)
  const members = `/w/${workspace}/members`
  const ids = new Map<string, string>()
  for (const { name } of [owner, viewer, editor, removed]) ids.set(name, await memberId(api, workspace, name))
  await sendForm(api, members, `Remove ${removed.name}`)
  await sendForm(api, members, 'Create invitation', { email: 'guest@example.org', role: 'viewer' })
  const { invitation = '' } = await readForm(api, members, 'Revoke')
  const published = await createComplete(api, workspace, 'Published')
  await publishDraft(api, workspace, published.slug)
  const publicName = `listed-${randomUUID()}`
  const badges = `/w/${workspace}/agents/${published.slug}/badges`
  await sendForm(api, badges, 'Create badge address', { shows: '1' })
  const { badge = '' } = await readForm(api, badges, 'Remove')
  const view = await createView(api, workspace, 'Z view')
  const listed = await createComplete(api, workspace, 'Listed')
  await publishDraft(api, workspace, listed.slug)
  await sendForm(api, `/w/${workspace}/agents/${listed.slug}`, 'List in the library', {
    publicName,
  })
  const ready = await createComplete(api, workspace, 'Ready')
  const actor = async (name: ActorName, cookies: Cookie[], called = ''): Promise<Actor> => ({
    name,
    userId: ids.get(called) ?? randomUUID(),
    api: await openApi(baseURL, cookies),
  })
  const programs = await createPrograms(baseURL, owner, stranger)
  const writer = programs.actors.find(({ name }) => name === 'write token')?.api ?? bug('no program writes')
  const share = await createShare(writer, published.id)
  return {
    owner: api,
    writer,
    elsewhere: stranger.workspace,
    memberName: viewer.name,
    actors: [
      await actor('anonymous', []),
      { name: 'link holder', userId: randomUUID(), api: await followLink(baseURL, share.url) },
      ...programs.actors,
      await actor('owner of another workspace', stranger.cookies),
      await actor('viewer', viewer.cookies, viewer.name),
      await actor('editor', editor.cookies, editor.name),
      await actor('owner', owner.cookies, owner.name),
      await actor('removed member', await signInAgain(baseURL, removed), removed.name),
    ],
    target: {
      workspace,
      invitation,
      token: programs.tokenId,
      share: share.id,
      publicName,
      publishedId: published.id,
      badge,
      view,
      comparison: await createComparison(api, workspace, [published.slug, listed.slug]),
      published: published.slug,
      listed: listed.slug,
      ready: ready.slug,
      draft: ready.id,
      member: ids.get(viewer.name) ?? '',
      trashed: await createTrashed(api, workspace),
      run: await createRun(api, workspace, ready.slug),
      finishedRun: await finishRun(api, workspace, await createRun(api, workspace, ready.slug, 'finished')),
    },
  }
}

/** Somebody who opened a link, with whatever they were given there. */
async function followLink(baseURL: string | undefined, url: string): Promise<APIRequestContext> {
  const reader = await openApi(baseURL, [])
  await reader.get(new URL(url).pathname)
  return reader
}

export const readLog = async ({ owner, target: { workspace } }: World): Promise<string> =>
  (await owner.get(`/w/${workspace}/audit.csv`)).text()

/** Whoever is removed is signed out everywhere, and may come back as a person who is in no workspace. */
async function signInAgain(baseURL: string | undefined, { email, password }: Account): Promise<Cookie[]> {
  const api = await openApi(baseURL, [])
  await sendForm(api, '/sign-in', 'Sign in', { email, password })
  const { cookies } = await api.storageState()
  await api.dispose()
  return cookies
}

/** The id of an agent that was put into the trash. */
export async function createTrashed(api: APIRequestContext, workspace: string): Promise<string> {
  const { slug, id } = await createAgent(api, workspace, `Doomed ${randomUUID()}`)
  await sendForm(api, `/w/${workspace}/agents/${slug}`, 'Move to the trash')
  return id
}

/** A run that gives an agent a tag, and has not done it yet. */
async function createRun(
  api: APIRequestContext,
  workspace: string,
  slug: string,
  tag = 'waiting',
): Promise<string> {
  const begin = `/w/${workspace}/runs/new?deed=tag&agents=${slug}`
  return (await sendForm(api, begin, 'Tag 1 agent', { tag })).url().split('/').at(-1) ?? ''
}

async function finishRun(api: APIRequestContext, workspace: string, run: string): Promise<string> {
  await sendForm(api, `/w/${workspace}/runs/${run}`, 'Continue')
  return run
}

async function createComplete(api: APIRequestContext, workspace: string, what: string): Promise<MadeAgent> {
  const name = `${what} ${randomUUID()}`
  const agent = await createAgent(api, workspace, name)
  await saveDraft(api, workspace, agent, 1, completeDraft({ name }))
  return agent
}

/** The id of a view that begins with this name, the first of those that do. */
export async function createView(api: APIRequestContext, workspace: string, name: string): Promise<string> {
  const agents = `/w/${workspace}/agents`
  await sendForm(api, agents, 'Save view', { query: '', name: `${name} ${randomUUID()}` })
  const { view = '' } = await readForm(api, agents, 'Delete view')
  return view
}

/** The id of a comparison that is kept. */
export async function createComparison(
  api: APIRequestContext,
  workspace: string,
  slugs: readonly string[],
): Promise<string> {
  const name = `Comparison ${randomUUID()}`
  const path = `/w/${workspace}/compare?agents=${slugs.join(',')}`
  const kept = await sendForm(api, path, 'Save comparison', { name })
  return new URL(kept.url()).pathname.split('/').at(-1) ?? ''
}
