import type { APIResponse } from '@playwright/test'
import { readForm } from '../send-form'
import type { Request } from './request'
import type { Actor, Target, World } from './world'

export type Outcome = {
  readonly status: number
  /** The path that it leads to. */
  readonly location: string | null
  /** Without what no two answers share. */
  readonly text: string
}

/** Whoever sends a form: what it hides is read by the owner of the workspace, to whom every form is shown. */
export async function send(
  request: Request,
  { api, userId }: Actor,
  target: Target,
  world: World,
): Promise<Outcome> {
  const ask = request.ask(target, world, userId)
  const once = { maxRedirects: 0 }
  if (ask.kind === 'get') return outcomeOf(await api.get(ask.path, once))
  if (ask.kind === 'put') return outcomeOf(await api.put(ask.path, { ...once, data: ask.body }))
  const shown = request.ask(world.target, world, userId)
  const hidden = await hiddenOf(world, shown.path, ask.button)
  return outcomeOf(await api.post(ask.path, { ...once, multipart: { ...hidden, ...ask.fields } }))
}

const known = new WeakMap<World, Map<string, Record<string, string>>>()

async function hiddenOf(world: World, path: string, button: string): Promise<Record<string, string>> {
  const forms = known.get(world) ?? new Map<string, Record<string, string>>()
  known.set(world, forms)
  const key = `${button} on ${path}`
  const found = forms.get(key) ?? (await readForm(world.owner, path, button))
  forms.set(key, found)
  return found
}

export async function outcomeOf(response: APIResponse): Promise<Outcome> {
  const headers = response.headers()
  const nonce = headers['content-security-policy']?.match(/'nonce-([^']+)'/)?.[1]
  const ownMarks = [headers['x-request-id'], nonce].filter((mark) => mark !== undefined)
  const text = ownMarks.reduce((rest, mark) => rest.replaceAll(mark, '…'), await response.text())
  const location = headers['location']
  return {
    text,
    status: response.status(),
    location: location === undefined ? null : new URL(location, response.url()).pathname,
  }
}

/** The same words whatever was asked for: what stands in the target is called by its place there. */
export const withoutNames = ({ text, location, status }: Outcome, target: Target): Outcome => {
  const bare = (given: string) =>
    Object.entries(target)
      .sort(([, one], [, other]) => other.length - one.length)
      .reduce((rest, [name, value]) => rest.replaceAll(value, `<${name}>`), given)
  return { status, location: location === null ? null : bare(location), text: bare(text) }
}
