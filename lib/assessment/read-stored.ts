import type { AssessmentDocument, Draft } from '@/lib/assessment/document'
import { parseDocument, parseDraft } from '@/lib/assessment/versions'
import { bug } from '@/lib/base/assert'

/** Stored JSON is parsed on the way out too. */
export function readDraft(stored: unknown): Draft {
  const parsed = parseDraft(stored)
  return parsed.ok ? parsed.value : bug(`A stored draft does not fit: ${JSON.stringify(parsed.error)}`)
}

export function readRevision(stored: unknown): AssessmentDocument {
  const parsed = parseDocument(stored)
  return parsed.ok ? parsed.value : bug(`A published document does not fit: ${JSON.stringify(parsed.error)}`)
}
