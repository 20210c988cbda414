/** How the words of every axis look. */
export const TICK = { fill: 'var(--ink-soft)', fontSize: 12 } as const
