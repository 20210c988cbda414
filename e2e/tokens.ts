import type { APIRequestContext } from '@playwright/test'
import { readForm, sendForm } from './send-form'

type Scope = 'read' | 'write' | 'audit'
export type MadeToken = { readonly id: string; readonly token: string }

export const TOKEN = /fullscore_[0-9A-Za-z]{38}/

/** A token as an owner makes one: by the form of the page, which shows it once. */
export async function createToken(
  owner: APIRequestContext,
  workspace: string,
  scopes: readonly Scope[],
  name = `A program that may ${scopes.join(', ')}`,
): Promise<MadeToken> {
  const page = `/w/${workspace}/tokens`
  const ticked = Object.fromEntries(scopes.map((scope) => [scope, 'on']))
  const answer = await sendForm(owner, page, 'Create token', { name, ...ticked, expiry: '7' })
  const token = (await answer.text()).match(TOKEN)?.[0]
  if (token === undefined) throw new Error('the page shows no token')
  // The newest stands first.
  const { tokenId = '' } = await readForm(owner, page, 'Revoke')
  return { id: tokenId, token }
}

export const revokeToken = (owner: APIRequestContext, workspace: string, tokenId: string) =>
  sendForm(owner, `/w/${workspace}/tokens`, 'Revoke', { tokenId })

export const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` })
