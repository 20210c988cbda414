import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { createColleague, type Member, openApi } from '../people'
import { sendForm } from '../send-form'
import { bearer, createToken, type MadeToken, revokeToken } from '../tokens'

/** Programs, by the token that they hold. */
export const PROGRAMS = [
  'read-only token',
  'write token',
  'audit token',
  'token of a viewer who was an owner',
  'token of a former member',
  'token of another workspace',
  'revoked token',
] as const
export type ProgramName = (typeof PROGRAMS)[number]

export type ProgramActor = {
  readonly name: ProgramName
  readonly api: APIRequestContext
  readonly userId: string
}
export type Programs = { readonly actors: readonly ProgramActor[]; readonly tokenId: string }

const ALL = ['read', 'write', 'audit'] as const

/** One for each scope, and those that open less than they say; the id is of one that works. */
export async function createPrograms(
  baseURL: string | undefined,
  owner: Member,
  stranger: Member,
): Promise<Programs> {
  const { workspace } = owner
  const [api, elsewhere] = [await openApi(baseURL, owner.cookies), await openApi(baseURL, stranger.cookies)]
  const revoked = await createToken(api, workspace, ALL)
  await revokeToken(api, workspace, revoked.id)
  const tokens: Readonly<Record<ProgramName, MadeToken>> = {
    'revoked token': revoked,
    'token of a viewer who was an owner': await createTokenOfFormer(
      baseURL,
      api,
      owner,
      'Change the role of',
    ),
    'token of a former member': await createTokenOfFormer(baseURL, api, owner, 'Remove'),
    'token of another workspace': await createToken(elsewhere, stranger.workspace, ALL),
    'read-only token': await createToken(api, workspace, ['read']),
    'write token': await createToken(api, workspace, ['write']),
    'audit token': await createToken(api, workspace, ['audit']),
  }
  await Promise.all([api.dispose(), elsewhere.dispose()])
  const actors = PROGRAMS.map(async (name) => ({
    name,
    userId: randomUUID(),
    api: await openApi(baseURL, [], bearer(tokens[name].token)),
  }))
  return { actors: await Promise.all(actors), tokenId: tokens['read-only token'].id }
}

/** Made by another owner, who then lost the role or the membership. */
async function createTokenOfFormer(
  baseURL: string | undefined,
  api: APIRequestContext,
  owner: Member,
  button: 'Change the role of' | 'Remove',
): Promise<MadeToken> {
  const former = await createColleague(baseURL, owner, 'owner')
  const theirs = await openApi(baseURL, former.cookies)
  const token = await createToken(theirs, owner.workspace, ALL)
  await theirs.dispose()
  const change = button === 'Remove' ? {} : { role: 'viewer' }
  await sendForm(api, `/w/${owner.workspace}/members`, `${button} ${former.name}`, change)
  return token
}

/** As a program makes one; the address is told this once. */
export async function createShare(
  writer: APIRequestContext,
  agentId: string,
): Promise<{ readonly id: string; readonly url: string }> {
  const made = await writer.post(`/api/v1/agents/${agentId}/shares`, { data: { label: 'Of the matrix' } })
  if (made.status() !== 201) throw new Error(`no link was made: ${await made.text()}`)
  return made.json()
}
