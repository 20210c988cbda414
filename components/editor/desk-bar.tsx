'use client'

import { useEffect, useState } from 'react'
import { useReading } from '@/components/editor/readings'
import type { SaveStateName } from '@/components/editor/save-announcement'
import { SaveState } from '@/components/editor/save-state'
import { useEditor, useEditorStore } from '@/components/editor/store'
import { usePreview } from '@/components/editor/use-preview'
import { ScoreFigure } from '@/components/marks/severity'
import { Button } from '@/components/ui/button'
import { StrokeIcon } from '@/components/ui/stroke-icon'
import { formulaOf } from '@/lib/aivss/formulas'
import { type EditorState, isDirty } from '@/lib/editor/editor-state'
import type { Preview } from '@/lib/editor/preview'
import { formatTime } from '@/lib/report/dates'

/** Always in view: the score and how it comes about, whether all is safe, and the way on. */
export function DeskBar({ keepsCopies, onPublish }: { keepsCopies: boolean; onPublish: () => void }) {
  const preview = usePreview()
  return (
    <div
      className="sticky top-0 z-10 -mx-4 mb-8 border-b border-line-strong bg-canvas px-4 py-2 sm:-mx-6 sm:px-6"
      data-desk-bar
    >
      <div className="grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr_auto]">
        <ScoreNow preview={preview} />
        <div className="col-span-2 row-start-2 min-w-0 sm:col-span-1 sm:col-start-2 sm:row-start-1">
          <Saving keepsCopies={keepsCopies} />
        </div>
        <div className="flex items-center gap-2 sm:col-start-3">
          <UndoButtons />
          <Button type="button" onClick={onPublish}>
            Publish
          </Button>
        </div>
      </div>
    </div>
  )
}

function ScoreNow({ preview }: { preview: Preview }) {
  const { result } = preview
  const text = result.ok ? `Score ${result.value.score.toFixed(1)}, ${result.value.severity}` : 'No score yet'
  return (
    <div>
      <ScoreInView preview={preview} />
      <Announcement text={text} />
    </div>
  )
}

function ScoreInView({ preview: { result, rated, hasCvss } }: { preview: Preview }) {
  if (!result.ok) {
    const lacking = [...(hasCvss ? [] : ['CVSS']), ...(rated < 10 ? [`${10 - rated} of 10 factors`] : [])]
    return (
      <p className="text-sm">
        <b className="font-semibold">No score yet</b>
        <span className="block text-xs text-ink-soft">
          {lacking.length > 0 ? `Missing: ${lacking.join(', ')}` : result.error[0]?.message}
        </span>
      </p>
    )
  }
  const { score, severity, steps, formula } = result.value
  const arithmetic = steps.at(-2)?.expression ?? steps.at(-1)?.expression
  return (
    <>
      <p className="text-sm">
        <ScoreFigure score={score} severity={severity} />
      </p>
      <p className="figures text-xs text-ink-soft">
        <a href="#derivation" title={formulaOf(formula).equation}>
          {arithmetic}
        </a>
      </p>
    </>
  )
}

const ANNOUNCE_AFTER_MS = 600

/** Said once the value rests: a slider passes through many. It is in the page before there is anything to say. */
function Announcement({ text }: { text: string }) {
  const [said, setSaid] = useState(text)
  useEffect(() => {
    const soon = setTimeout(() => setSaid(text), ANNOUNCE_AFTER_MS)
    return () => clearTimeout(soon)
  }, [text])
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  )
}

function Saving({ keepsCopies }: { keepsCopies: boolean }) {
  const conflicts = useEditor((state) => state.conflicts.length)
  const trouble = useEditor((state) => state.trouble)
  const isSaving = useEditor((state) => state.isSaving)
  const dirty = useEditor(isDirty)
  const savedAt = useEditor((state) => state.stored.savedAt)
  const { issues } = useReading()
  const name = stateName({ conflicts, trouble, isSaving, dirty, isHeld: issues.length > 0 })
  const first = issues[0]?.message
  const detail: Partial<Record<SaveStateName, string | undefined>> = {
    saved: `at ${formatTime(new Date(savedAt))} UTC`,
    held: `all but ${issues.length === 1 ? 'one field' : `${issues.length} fields`}. ${first ?? ''}`,
    ...(trouble?.kind === 'refused' && { refused: trouble.message }),
    ...(!keepsCopies && {
      offline: 'this browser keeps no copy either: do not close this page.',
      'signed-out': 'this browser keeps no copy either: leave this page open, and sign in again.',
    }),
  }
  return (
    <>
      <SaveState state={name} detail={detail[name]} />
      {trouble?.kind === 'signed-out' && (
        <a href="/sign-in" target="_blank" rel="noopener" className="ml-6 text-xs">
          Sign in again in another tab
        </a>
      )}
    </>
  )
}

function stateName({
  conflicts,
  trouble,
  isSaving,
  dirty,
  isHeld,
}: {
  conflicts: number
  trouble: EditorState['trouble']
  isSaving: boolean
  dirty: boolean
  isHeld: boolean
}): SaveStateName {
  if (trouble) return trouble.kind
  if (conflicts > 0) return 'conflict'
  if (isSaving) return 'saving'
  if (!dirty) return 'saved'
  return isHeld ? 'held' : 'waiting'
}

function UndoButtons() {
  const { dispatch } = useEditorStore()
  const canUndo = useEditor(({ undoLog }) => undoLog.past.length > 0)
  const canRedo = useEditor(({ undoLog }) => undoLog.future.length > 0)
  return (
    <>
      <BarButton label="Undo" shape={UNDO} isOff={!canUndo} onClick={() => dispatch({ type: 'undone' })} />
      <BarButton label="Redo" shape={REDO} isOff={!canRedo} onClick={() => dispatch({ type: 'redone' })} />
    </>
  )
}

const UNDO = 'M6.5 3.5L3 7l3.5 3.5M3 7h6.5a3.5 3.5 0 0 1 0 7H7'
const REDO = 'M9.5 3.5L13 7l-3.5 3.5M13 7H6.5a3.5 3.5 0 0 0 0 7H9'

/** Not `disabled`: a button that is switched off while it has the focus would let it fall. */
function BarButton({
  label,
  shape,
  isOff,
  onClick,
}: {
  label: string
  shape: string
  isOff: boolean
  onClick: () => void
}) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      aria-disabled={isOff}
      onClick={() => !isOff && onClick()}
      className="grid size-10 cursor-pointer place-items-center rounded-md border border-line-strong bg-paper hover:bg-sunken aria-disabled:cursor-default aria-disabled:text-ink-faint aria-disabled:hover:bg-paper"
    >
      <StrokeIcon shape={shape} />
    </button>
  )
}
