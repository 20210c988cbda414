import type { Scope } from '@/lib/access/scopes'

/** Who is asking, as far as the request itself proves it. What they may do is looked up where they do it. */
export type Actor = Visitor | Person | Program
export type Visitor = { readonly kind: 'visitor' }
export type Person = {
  readonly kind: 'person'
  readonly userId: string
  readonly sessionId: string
  readonly email: string
  readonly name: string
}

/** A program that showed a token. It acts for who made the token, in one workspace and in nothing but its scopes. */
export type Program = {
  readonly kind: 'program'
  readonly tokenId: string
  readonly userId: string
  readonly workspace: string
  readonly scopes: readonly Scope[]
}

export const VISITOR: Visitor = { kind: 'visitor' }
