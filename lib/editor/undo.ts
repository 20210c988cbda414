import type { FieldId } from '@/lib/editor/fields'

/** One thing that can be taken back: what a field was before and after. */
export type Step = {
  readonly field: FieldId
  readonly before: string
  readonly after: string
  readonly atMs: number
}

/** The newest step is the last of each list. */
export type UndoLog = { readonly past: readonly Step[]; readonly future: readonly Step[] }

export const NOTHING_TO_UNDO: UndoLog = { past: [], future: [] }

const STEPS_MAX = 200
const PAUSE_MS = 1_000
/** Of what stands alone, however soon after the last keystroke. */
export const NO_TIME = Number.NEGATIVE_INFINITY

/** What is typed into one field without a pause is taken back together; a clock that was set makes a pause. */
export function record({ past }: UndoLog, step: Step): UndoLog {
  const last = past.at(-1)
  const goesOn =
    last !== undefined &&
    last.field === step.field &&
    last.after === step.before &&
    Math.abs(step.atMs - last.atMs) < PAUSE_MS
  if (!goesOn) return { past: [...past, step].slice(-STEPS_MAX), future: [] }
  const joined = { ...step, before: last.before }
  const isNothing = joined.before === joined.after
  return { past: [...past.slice(0, -1), ...(isNothing ? [] : [joined])], future: [] }
}

/** Without the steps through these fields, which have another text by now than the steps knew. */
export function forget({ past, future }: UndoLog, fields: readonly FieldId[]): UndoLog {
  const isElsewhere = ({ field }: Step) => !fields.includes(field)
  return { past: past.filter(isElsewhere), future: future.filter(isElsewhere) }
}

export type Taken = { readonly log: UndoLog; readonly field: FieldId; readonly value: string }

export function undo({ past, future }: UndoLog): Taken | undefined {
  const step = past.at(-1)
  return (
    step && {
      log: { past: past.slice(0, -1), future: [...future, step] },
      field: step.field,
      value: step.before,
    }
  )
}

export function redo({ past, future }: UndoLog): Taken | undefined {
  const step = future.at(-1)
  return (
    step && {
      log: { past: [...past, step], future: future.slice(0, -1) },
      field: step.field,
      value: step.after,
    }
  )
}
