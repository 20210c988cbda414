/** What can be done to many agents at once. */
export const DEED_KINDS = ['tag', 'publish', 'share', 'delete'] as const
export type DeedKind = (typeof DEED_KINDS)[number]

/** On what does it. */
export const DEED_NAMES: Readonly<Record<DeedKind, string>> = {
  tag: 'Tag',
  publish: 'Publish',
  share: 'Share',
  delete: 'Delete',
}

/** Agents that are ticked one by one. */
export const TICKED_MAX = 100
