import type { Severity } from '@/lib/aivss/severity'
import type { Draft } from '@/lib/assessment/document'
import { publishable } from '@/lib/assessment/missing'
import { scoreDocument } from '@/lib/assessment/score-document'
import { DOCUMENT_FIELDS, type DocumentField } from '@/lib/changes/document-fields'
import {
  type FieldChange,
  figureChange,
  listChange,
  sameItems,
  signedChange,
  textChange,
} from '@/lib/changes/field-change'

export type DocumentDiff = {
  /** The fields that differ, in the order of the document. */
  readonly changes: readonly FieldChange[]
  /** How many fields hold something and are the same in both. */
  readonly unchanged: number
  /** Null where one of them lacks something that a score, or publishing, needs. */
  readonly score: ScoreChange | null
}

export type ScoreChange = {
  readonly before: ScorePoint
  readonly after: ScorePoint
  /** With its sign, such as `+0.4`; `0.0` where the score stays. */
  readonly change: string
  readonly severityChanged: boolean
}

export type ScorePoint = { readonly score: string; readonly severity: Severity }

/** What tells one state of a document from another. A blank text and an absent one are the same. */
export function diffDocuments(before: Draft, after: Draft): DocumentDiff {
  const compared = DOCUMENT_FIELDS.map((field) => compareField(field, before, after))
  return {
    changes: compared.filter((outcome) => typeof outcome === 'object'),
    unchanged: compared.filter((outcome) => outcome === 'same').length,
    score: scoreChange(before, after),
  }
}

function compareField(field: DocumentField, before: Draft, after: Draft): FieldChange | 'same' | 'absent' {
  const place = { path: field.path, label: field.label }
  switch (field.kind) {
    case 'figure': {
      const [from, to] = [field.read(before), field.read(after)]
      if (from === to) return from === undefined ? 'absent' : 'same'
      return figureChange(place, field.places, from, to)
    }
    case 'choice': {
      const [from, to] = [field.read(before) ?? null, field.read(after) ?? null]
      if (from === to) return from === null ? 'absent' : 'same'
      return { ...place, kind: 'choice', before: from, after: to }
    }
    case 'text': {
      const [from, to] = [field.read(before) ?? '', field.read(after) ?? '']
      if (from === to) return from === '' ? 'absent' : 'same'
      return textChange(place, from, to)
    }
    case 'list': {
      const [from, to] = [field.read(before), field.read(after)]
      if (sameItems(from, to)) return from.length === 0 ? 'absent' : 'same'
      return listChange(place, from, to)
    }
  }
}

function scoreChange(before: Draft, after: Draft): ScoreChange | null {
  const [from, to] = [publishable(before), publishable(after)]
  if (!from.ok || !to.ok) return null
  const [scoreBefore, scoreAfter] = [scoreDocument(from.value), scoreDocument(to.value)]
  return {
    before: pointOf(scoreBefore),
    after: pointOf(scoreAfter),
    change: signedChange(scoreBefore.score, scoreAfter.score, 1),
    severityChanged: scoreBefore.severity !== scoreAfter.severity,
  }
}

const pointOf = ({ score, severity }: { score: number; severity: Severity }): ScorePoint => ({
  score: score.toFixed(1),
  severity,
})
