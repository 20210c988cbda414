/** The form that the boxes of the list belong to, wherever they stand. */
export const TICK_FORM = 'ticked-agents'
export const TICK_NAME = 'agents'
