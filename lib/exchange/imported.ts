import type { Draft } from '@/lib/assessment/document'

/** What was read, and everything that a person should know about the reading. */
export type Imported = {
  readonly draft: Draft
  readonly form: ImportForm
  readonly remarks: readonly Remark[]
}

/** A bare document, the `.json` twin of a report, or the text of a report page. */
export type ImportForm = 'document' | 'twin' | 'report-text'

/** Something that was not read, or not as it stands; `where` is a path of the document or a line of the text. */
export type Remark = { readonly where: string; readonly message: string }

/** Something that keeps the whole from being read; `where` is as in a remark. */
export type ImportProblem = { readonly where: string; readonly message: string }

/** So that a hostile text cannot make the answer outgrow itself. */
export const REMARKS_MAX = 100
