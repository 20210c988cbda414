import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { FULL_DOCUMENT } from '../../lib/assessment/testing/drafts'
import { createColleague, createOwner, openApi } from '../people'
import { readForm, sendForm } from '../send-form'

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
}

export const ROLES_HERE = ['viewer', 'editor', 'owner'] as const
export const ACTORS = ['anonymous', 'owner of another workspace', ...ROLES_HERE, 'removed member'] as const
export type ActorName = (typeof ACTORS)[number]
export type Actor = { readonly name: ActorName; readonly api: APIRequestContext; readonly userId: string }

export type World = {
  readonly actors: readonly Actor[]
  readonly owner: APIRequestContext
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
  const idOf = async (name: string) => (await readForm(api, members, `Remove ${name}`))['userId'] ?? ''
  const [ownerId, viewerId, editorId, removedId] = [
    await idOf(owner.name),
    await idOf(viewer.name),
    await idOf(editor.name),
    await idOf(removed.name),
  ]
  await sendForm(api, members, `Remove ${removed.name}`)
  await sendForm(api, members, 'Create invitation', { email: 'guest@example.org', role: 'viewer' })
  const { invitation = '' } = await readForm(api, members, 'Revoke')
  const published = await createComplete(api, workspace, ownerId, `Published ${randomUUID()}`)
  await publish(api, workspace, published.slug)
  const listed = await createComplete(api, workspace, ownerId, `Listed ${randomUUID()}`)
  await publish(api, workspace, listed.slug)
  await sendForm(api, `/w/${workspace}/agents/${listed.slug}`, 'List in the library', {
    publicName: `listed-${randomUUID()}`,
  })
  const ready = await createComplete(api, workspace, ownerId, `Ready ${randomUUID()}`)
  const actor = async (name: ActorName, cookies: typeof owner.cookies, userId: string): Promise<Actor> => ({
    name,
    userId,
    api: await openApi(baseURL, cookies),
  })
  return {
    owner: api,
    elsewhere: stranger.workspace,
    memberName: viewer.name,
    actors: [
      await actor('anonymous', [], randomUUID()),
      await actor('owner of another workspace', stranger.cookies, randomUUID()),
      await actor('viewer', viewer.cookies, viewerId),
      await actor('editor', editor.cookies, editorId),
      await actor('owner', owner.cookies, ownerId),
      await actor('removed member', removed.cookies, removedId),
    ],
    target: {
      workspace,
      invitation,
      published: published.slug,
      listed: listed.slug,
      ready: ready.slug,
      draft: ready.id,
      member: viewerId,
      trashed: await createTrashed(api, workspace),
    },
  }
}

export async function createAgent(api: APIRequestContext, workspace: string, name: string): Promise<string> {
  const made = await sendForm(api, `/w/${workspace}/agents/new`, 'Create agent', { name, kind: 'agent' })
  return made.url().split('/').at(-2) ?? ''
}

/** The id of an agent that was put into the trash; each of them stands in a form of its own there. */
export async function createTrashed(api: APIRequestContext, workspace: string): Promise<string> {
  const slug = await createAgent(api, workspace, `Doomed ${randomUUID()}`)
  const id = await draftIdOf(api, workspace, slug)
  await sendForm(api, `/w/${workspace}/agents/${slug}`, 'Move to the trash')
  return id
}

async function createComplete(api: APIRequestContext, workspace: string, account: string, name: string) {
  const slug = await createAgent(api, workspace, name)
  const id = await draftIdOf(api, workspace, slug)
  const document = { ...FULL_DOCUMENT, name }
  const saved = await api.put(`/w/${workspace}/drafts/${id}`, { data: { account, version: 1, document } })
  if (!saved.ok()) throw new Error(`the draft of ${name} was not saved: ${await saved.text()}`)
  return { slug, id }
}

const draftIdOf = async (api: APIRequestContext, workspace: string, slug: string): Promise<string> => {
  const page = await (await api.get(`/w/${workspace}/agents/${slug}/edit`)).text()
  return page.match(/\/drafts\/([0-9a-f-]{36})/)?.[1] ?? ''
}

const publish = (api: APIRequestContext, workspace: string, slug: string) =>
  sendForm(api, `/w/${workspace}/agents/${slug}/publish`, 'Publish', { note: '', byline: '' })
