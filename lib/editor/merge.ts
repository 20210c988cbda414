import { asStored } from '@/lib/editor/document-fields'
import { readEvidence } from '@/lib/editor/evidence'
import { FIELDS, type FieldId, type Fields, fieldsOf } from '@/lib/editor/fields'

export type Merged = {
  readonly fields: Fields
  /** Changed here and there to something different: `fields` has what was typed here. */
  readonly conflicts: readonly FieldId[]
  /** Changed here and there to the same. */
  readonly agreed: readonly FieldId[]
  /** Changed there alone, and taken over. */
  readonly taken: readonly FieldId[]
}

/**
 * Three texts of each field: the one both began with, this one, and the other person's. They are compared as the server
 * writes them, so that 0.8 and 0.80 are one rating and a space behind a name is no change.
 */
export function mergeFields(base: Fields, mine: Fields, theirs: Fields): Merged {
  const [from, here, there] = [asStored(base), asStored(mine), asStored(theirs)]
  const ids = FIELDS.map(({ id }) => id)
  const byThem = ids.filter((id) => there[id] !== from[id])
  const byBoth = byThem.filter((id) => here[id] !== from[id])
  const taken = byThem.filter((id) => here[id] === from[id])
  const fromThem = new Set(taken)
  return {
    fields: fieldsOf((id) => (fromThem.has(id) ? theirs[id] : mine[id])),
    conflicts: byBoth.filter((id) => here[id] !== there[id]),
    agreed: byBoth.filter((id) => here[id] === there[id]),
    taken,
  }
}

export const changedFields = (one: Fields, other: Fields): readonly FieldId[] =>
  FIELDS.filter(({ id }) => one[id] !== other[id]).map(({ id }) => id)

/** A field as a person reads it in a comparison. */
export const readable = (id: FieldId, value: string): string =>
  id.endsWith('.evidence')
    ? readEvidence(value)
        .map(({ text, url }) => (url === '' ? text : `${text} (${url})`))
        .join('\n')
    : value
