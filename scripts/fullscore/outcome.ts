import type { Issue } from '@/lib/assessment/issues'
import { EXIT, type ExitCode } from '@/scripts/fullscore/exit-codes'

/** What a command has come to; `print` alone decides how it looks. */
export type Outcome = {
  readonly exit: ExitCode
  readonly output?: Output
  readonly complaint?: Complaint
  /** For standard error, and for a person alone: what the output does not say of itself. */
  readonly remark?: string
}

/** For standard output: the text a person reads and what `--json` says instead, or bytes that are the same for both. */
export type Output =
  | { readonly text: readonly Span[]; readonly json: unknown }
  | { readonly raw: string; readonly json?: unknown }

/** A piece of text, which only a terminal shows in its style. */
export type Span = string | { readonly text: string; readonly style: Style }
export type Style = 'strong' | 'soft' | 'good' | 'warning' | 'bad'

/** For standard error, and in the words of the API: one sentence, and every value that cannot be accepted. */
export type Complaint = { readonly detail: string; readonly errors: readonly Issue[] }

export const complaint = (detail: string, errors: readonly Issue[] = []): Complaint => ({ detail, errors })

export const unusable = (detail: string, errors: readonly Issue[] = []): Outcome => ({
  exit: EXIT.unusable,
  complaint: complaint(detail, errors),
})
