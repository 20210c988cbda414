import type { Target, World } from './world'

/** One request to an operation: to read an address, to send JSON, or to send a form of a page as it is without script. */
export type Ask =
  | { readonly kind: 'get'; readonly path: string }
  | { readonly kind: 'put'; readonly path: string; readonly body: Readonly<Record<string, unknown>> }
  | {
      readonly kind: 'form'
      readonly path: string
      readonly button: string
      readonly fields: Readonly<Record<string, string>>
    }

export type Request = {
  readonly ask: (target: Target, world: World, userId: string) => Ask
  /** For whoever may: things that one request uses up, or that may stay as they are. */
  readonly prepare?: (world: World) => Promise<Partial<Target>> | Partial<Target>
  /** What whoever may gets, where it is not what such a request usually gets. */
  readonly reached?: 404
}

export const get = (path: (target: Target) => string): Request => ({
  ask: (target) => ({ kind: 'get', path: path(target) }),
})

export const home = ({ workspace }: Target): string => `/w/${workspace}`

type FormOf = {
  readonly path: (target: Target) => string
  readonly button: string | ((world: World) => string)
  readonly fields: (target: Target) => Readonly<Record<string, string>>
  readonly prepare?: Request['prepare']
}
export const form = ({ path, button, fields, prepare }: FormOf): Request => ({
  ask: (target, world) => ({
    kind: 'form',
    path: path(target),
    button: typeof button === 'string' ? button : button(world),
    fields: { workspace: target.workspace, ...fields(target) },
  }),
  ...(prepare && { prepare }),
})
