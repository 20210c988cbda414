import type { Outcome } from '@/scripts/fullscore/outcome'

/** One command: what it knows, what its help teaches, and what it does. */
export type Command = {
  readonly name: string
  /** One line for the list of commands. */
  readonly purpose: string
  /** The ways to call it, each with what it is for. */
  readonly usage: readonly (readonly [call: string, meaning: string])[]
  readonly flags: Flags
  /** What to know before using it, a paragraph each; lines of 80 characters at most. */
  readonly notes: readonly string[]
  readonly examples: readonly Example[]
  readonly run: (call: Call) => Promise<Outcome>
}

export type Example = { readonly about: string; readonly lines: readonly string[] }

export type Flags = Readonly<Record<string, Flag>>
export type Flag = {
  /** What is to be put behind it, as NUMBER; a flag without one is a switch. */
  readonly value?: string
  /** One letter that means the same. */
  readonly short?: string
  readonly about: string
}

/** The words of one call, in order. */
export type Call = {
  readonly operands: readonly string[]
  readonly values: Readonly<Record<string, string>>
  readonly switches: ReadonlySet<string>
}
