export type SaveStateName =
  | 'saved'
  | 'waiting'
  | 'saving'
  | 'offline'
  | 'signed-out'
  | 'conflict'
  | 'refused'
  | 'held'

/** What a listener should know now, or null while nothing is worth interrupting for. */
export type Announced = Exclude<SaveStateName, 'waiting' | 'saving'> | null

/**
 * Waiting and saving come and go with every pause in the typing, so they are seen and not said, and what was said
 * last still holds. That all is saved is said when it ends a trouble, and never otherwise.
 */
export const announcedAfter = (last: Announced, state: SaveStateName): Announced => {
  if (state === 'waiting' || state === 'saving') return last
  return state === 'saved' && last === null ? null : state
}
