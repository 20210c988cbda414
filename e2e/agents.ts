import type { APIRequestContext } from '@playwright/test'
import type { Draft } from '../lib/assessment/document'
import { FULL_DOCUMENT } from '../lib/assessment/testing/drafts'
import { readForm, sendForm } from './send-form'

/** An agent made by the forms of the app, with what its draft is saved under. */
export type MadeAgent = {
  readonly slug: string
  readonly id: string
  /** Of whoever made it. */
  readonly account: string
}

export async function createAgent(
  api: APIRequestContext,
  workspace: string,
  name: string,
): Promise<MadeAgent> {
  const made = await sendForm(api, `/w/${workspace}/agents/new`, 'Create agent', { name, kind: 'agent' })
  const slug = made.url().split('/').at(-2) ?? ''
  const editor = await made.text()
  return {
    slug,
    id: editor.match(/\/drafts\/([0-9a-f-]{36})/)?.[1] ?? '',
    account: editor.match(/account\\?":\\?"([0-9a-f-]{36})/)?.[1] ?? '',
  }
}

/** Everything that publishing needs. */
export const completeDraft = (change: Partial<Draft>): Draft => ({ ...FULL_DOCUMENT, ...change })

/** As the editor saves it; the answer says the version that it has now. */
export async function saveDraft(
  api: APIRequestContext,
  workspace: string,
  { id, account }: MadeAgent,
  version: number,
  document: Draft,
): Promise<void> {
  const saved = await api.put(`/w/${workspace}/drafts/${id}`, { data: { account, version, document } })
  if (!saved.ok()) throw new Error(`the draft was not saved: ${await saved.text()}`)
}

export const publishDraft = (api: APIRequestContext, workspace: string, slug: string, note = '') =>
  sendForm(api, `/w/${workspace}/agents/${slug}/publish`, 'Publish', { note, byline: '' })

/** The address of a link that the form makes: always the latest, the whole report, for ever, unless it is asked for less. */
export async function createLink(
  api: APIRequestContext,
  workspace: string,
  slug: string,
  asked: Readonly<Record<string, string>> = {},
): Promise<string> {
  const whole = { label: '', number: '', sections: 'whole', expiry: 'never', until: '', password: '' }
  const path = `/w/${workspace}/agents/${slug}/shares`
  const shown = await (await sendForm(api, path, 'Create link', { ...whole, ...asked })).text()
  const link = shown.match(/\/r\/[\w-]{32}/)?.[0]
  if (link === undefined) throw new Error(`no link was made on ${path}`)
  return link
}

/** The id that the row of a member carries for whoever manages members. */
export const memberId = async (api: APIRequestContext, workspace: string, name: string): Promise<string> =>
  (await readForm(api, `/w/${workspace}/members`, `Remove ${name}`))['userId'] ?? ''
