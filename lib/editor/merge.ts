import { readEvidence } from '@/lib/editor/evidence'
import { FIELDS, type FieldId, type Fields, fieldsOf } from '@/lib/editor/fields'

export type Merged = {
  readonly fields: Fields
  /** Changed here and there to something different: `fields` has what was typed here. */
  readonly conflicts: readonly FieldId[]
  /** Changed there alone, and taken over. */
  readonly taken: readonly FieldId[]
}

/** Three texts of each field: the one both began with, this one, and the other person's. */
export function mergeFields(base: Fields, mine: Fields, theirs: Fields): Merged {
  const changed =
    (one: Fields) =>
    ({ id }: { readonly id: FieldId }) =>
      !isSame(base[id], one[id])
  const byThem = FIELDS.filter(changed(theirs))
  const byBoth = new Set(byThem.filter(changed(mine)).map(({ id }) => id))
  const taken = byThem.map(({ id }) => id).filter((id) => !byBoth.has(id))
  const from = new Set(taken)
  return {
    fields: fieldsOf((id) => (from.has(id) ? theirs[id] : mine[id])),
    conflicts: [...byBoth].filter((id) => !isSame(mine[id], theirs[id])),
    taken,
  }
}

/** 0.8 and 0.80 are one rating, however they were typed. */
export const isSame = (one: string, other: string): boolean =>
  one === other || (isNumber(one) && isNumber(other) && Number(one) === Number(other))

const isNumber = (text: string): boolean => /^\d+(\.\d+)?$/.test(text)

export const changedFields = (one: Fields, other: Fields): readonly FieldId[] =>
  FIELDS.filter(({ id }) => one[id] !== other[id]).map(({ id }) => id)

/** A field as a person reads it in a comparison. */
export const readable = (id: FieldId, value: string): string =>
  id.endsWith('.evidence')
    ? readEvidence(value)
        .map(({ text, url }) => (url === '' ? text : `${text} (${url})`))
        .join('\n')
    : value
