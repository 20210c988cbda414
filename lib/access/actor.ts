/** Who is asking, as far as the request itself proves it. What they may do is looked up where they do it. */
export type Actor = Visitor | Person
export type Visitor = { readonly kind: 'visitor' }
export type Person = {
  readonly kind: 'person'
  readonly userId: string
  readonly sessionId: string
  readonly email: string
  readonly name: string
}

export const VISITOR: Visitor = { kind: 'visitor' }
