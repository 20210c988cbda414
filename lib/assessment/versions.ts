import { type AssessmentDocument, type Draft, documentSchema, draftSchema } from '@/lib/assessment/document'
import { SCHEMA_VERSION } from '@/lib/assessment/fields'
import { type Issue, issuesOf } from '@/lib/assessment/issues'
import { err, ok, type Result } from '@/lib/base/result'

/**
 * Reads a published document out of the database or of a file. Version 1 is the only one so far; when a second
 * comes, the step from one to the next belongs here, before the schema of the newest is applied.
 */
export const parseDocument = (stored: unknown): Result<AssessmentDocument, Issue[]> => {
  const newer = newerVersion(stored)
  if (newer !== null) return err([newer])
  const parsed = documentSchema.safeParse(stored)
  return parsed.success ? ok(parsed.data) : err(issuesOf(parsed.error))
}

/** The same for a draft. */
export const parseDraft = (stored: unknown): Result<Draft, Issue[]> => {
  const newer = newerVersion(stored)
  if (newer !== null) return err([newer])
  const parsed = draftSchema.safeParse(stored)
  return parsed.success ? ok(parsed.data) : err(issuesOf(parsed.error))
}

const newerVersion = (stored: unknown): Issue | null => {
  if (typeof stored !== 'object' || stored === null || !('schemaVersion' in stored)) return null
  const version = stored.schemaVersion
  if (typeof version !== 'number' || !Number.isInteger(version) || version <= SCHEMA_VERSION) return null
  return {
    path: 'schemaVersion',
    message: `This document has schemaVersion ${version}; this Fullscore reads ${SCHEMA_VERSION}. Update it to open the document.`,
  }
}
