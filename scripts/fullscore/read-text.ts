import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import type { Draft } from '@/lib/assessment/document'
import { err, ok, type Result } from '@/lib/base/result'
import { readImport } from '@/lib/exchange/read-import'
import { type Complaint, complaint } from '@/scripts/fullscore/outcome'

/** Stands for standard input where a file is named. */
const STDIN = '-'

/** The text of a file; the error is a sentence that says which, why not, and what to do. */
export async function readText(file: string): Promise<Result<string, string>> {
  try {
    const bytes = file === STDIN ? await buffer(process.stdin) : await readFile(file)
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch (error) {
    const code = error instanceof Error ? String(Reflect.get(error, 'code') ?? '') : ''
    return err(`${nameOf(file)} ${FAULTS[code] ?? `could not be read (${code}).`}`)
  }
}

export const nameOf = (file: string): string => (file === STDIN ? 'Standard input' : file)

const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist; check the name.',
  EISDIR: 'is a folder; name a file in it.',
  EACCES: 'may not be read by you; change its rights.',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'is not UTF-8; save it as UTF-8.',
}

/** The document in a text, complete or not, bare or in the `.json` twin of a report; or everything that is wrong with it. */
export function readDocument(file: string, text: string): Result<Draft, Complaint> {
  // The text of a report page could be read too, but only with remarks that a person has to look at.
  if (!text.trimStart().startsWith('{')) {
    const detail = `${nameOf(file)} is no document: a document is JSON and begins with “{”.`
    return err(complaint(detail))
  }
  const read = readImport(text)
  if (read.ok) return ok(read.value.draft)
  const errors = read.error.map(({ where, message }) => ({ path: where, message }))
  return err(complaint(`${nameOf(file)} is no document that can be read.`, errors))
}

/** Both in one step, for a command that can do nothing without a document. */
export async function openDocument(file: string): Promise<Result<Draft, Complaint>> {
  const text = await readText(file)
  return text.ok ? readDocument(file, text.value) : err(complaint(text.error))
}
