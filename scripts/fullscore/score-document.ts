import type { Score } from '@/lib/aivss/score'
import type { Draft } from '@/lib/assessment/document'
import { missingForPublishing } from '@/lib/assessment/missing'
import { scoreDraft } from '@/lib/assessment/score-draft'
import { err, ok, type Result } from '@/lib/base/result'
import { type Complaint, complaint } from '@/scripts/fullscore/outcome'
import { nameOf } from '@/scripts/fullscore/read-text'

/** The score of a document that may lack words, but no figure; the error names every figure that it lacks. */
export function scoreOf(file: string, draft: Draft): Result<Score, Complaint> {
  const score = scoreDraft(draft)
  if (score) return ok(score)
  const figures = missingForPublishing(draft).filter(({ path }) => /^(cvss|factors)\b/.test(path))
  return err(complaint(`${nameOf(file)} has no score yet, because figures are missing.`, figures))
}
