import { writeFile } from 'node:fs/promises'
import { err, ok, type Result } from '@/lib/base/result'

/** Writes a file; the error is a sentence that says which, and why not. */
export async function writeText(file: string, text: string): Promise<Result<undefined, string>> {
  try {
    await writeFile(file, text)
    return ok(undefined)
  } catch (error) {
    const code = error instanceof Error ? String(Reflect.get(error, 'code') ?? '') : ''
    return err(`${file} could not be written: ${FAULTS[code] ?? `the system says ${code}.`}`)
  }
}

const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist; make it first.',
  EISDIR: 'it is a folder; name a file in it.',
  EACCES: 'you may not write there; change the rights, or choose another place.',
  EROFS: 'nothing can be written there; choose another place.',
  ENOSPC: 'the disk is full; make room.',
}
