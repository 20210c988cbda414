import { exactScaled, formatSigned } from '@/lib/aivss/decimal'
import { bug } from '@/lib/base/assert'
import type { ListItem } from '@/lib/changes/document-fields'
import { diffWords, type Segment } from '@/lib/changes/word-diff'

type Place = { readonly path: string; readonly label: string }

/** Figures are written out with all their decimals; null stands for what is not there. */
export type FigureChange = Place & {
  readonly kind: 'figure'
  readonly before: string | null
  readonly after: string | null
  /** With its sign, such as `+0.10` or `−0.20`; null where one side is not there. */
  readonly change: string | null
}

export type TextChange = Place & {
  readonly kind: 'text'
  readonly before: string | null
  readonly after: string | null
  readonly segments: readonly Segment[]
}

/** A choice in the words that it is offered with, such as `Mapped`. */
export type ChoiceChange = Place & {
  readonly kind: 'choice'
  readonly before: string | null
  readonly after: string | null
}

export type ListChange = Place & {
  readonly kind: 'list'
  readonly before: readonly ListItem[]
  readonly after: readonly ListItem[]
  readonly added: readonly ListItem[]
  readonly removed: readonly ListItem[]
  /** Whether what stayed stands in another order. */
  readonly reordered: boolean
}

export type FieldChange = FigureChange | TextChange | ChoiceChange | ListChange

export const figureChange = (
  place: Place,
  places: number,
  before: number | undefined,
  after: number | undefined,
): FigureChange => ({
  ...place,
  kind: 'figure',
  before: before?.toFixed(places) ?? null,
  after: after?.toFixed(places) ?? null,
  change: before === undefined || after === undefined ? null : signedChange(before, after, places),
})

/** In integers: as numbers 0.3 − 0.1 would leave 0.19999999999999998. */
export const signedChange = (before: number, after: number, places: number): string =>
  formatSigned(scaled(after, places) - scaled(before, places), places)

const scaled = (value: number, places: number): number =>
  exactScaled(value, places) ?? bug(`${value} has more than ${places} decimals`)

export const textChange = (place: Place, before: string, after: string): TextChange => ({
  ...place,
  kind: 'text',
  before: before === '' ? null : before,
  after: after === '' ? null : after,
  segments: diffWords(before, after),
})

export function listChange(
  place: Place,
  before: readonly ListItem[],
  after: readonly ListItem[],
): ListChange {
  const added = without(after, before)
  const removed = without(before, after)
  return {
    ...place,
    kind: 'list',
    before,
    after,
    added,
    removed,
    reordered: !sameItems(without(before, removed), without(after, added)),
  }
}

export const sameItems = (one: readonly ListItem[], other: readonly ListItem[]): boolean =>
  one.length === other.length && one.every((item, index) => sameItem(item, other[index]))

const sameItem = (one: ListItem, other: ListItem | undefined): boolean =>
  one.text === other?.text && one.url === other.url

/** The items of a list less those of another; an item that stands there twice is taken off twice. */
function without(items: readonly ListItem[], less: readonly ListItem[]): readonly ListItem[] {
  const open = [...less]
  return items.filter((item) => {
    const at = open.findIndex((candidate) => sameItem(item, candidate))
    if (at !== -1) open.splice(at, 1)
    return at === -1
  })
}
