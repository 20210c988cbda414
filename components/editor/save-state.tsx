'use client'

import { useState } from 'react'
import { type Announced, announcedAfter, type SaveStateName } from '@/components/editor/save-announcement'
import { StrokeIcon } from '@/components/ui/stroke-icon'

/** Whether what was typed is safe, always in view: a shape, a word, and what to know or do about it. */
export function SaveState({ state, detail }: { state: SaveStateName; detail: string | undefined }) {
  const [announced, setAnnounced] = useState<Announced>(null)
  const next = announcedAfter(announced, state)
  if (next !== announced) setAnnounced(next)
  const { word, shape, meaning, isTrouble } = STATES[state]
  return (
    <div className="min-h-6 text-xs">
      <p className={`flex items-start gap-2 ${isTrouble ? 'text-ink' : 'text-ink-soft'}`}>
        <StrokeIcon shape={shape} className={`mt-0.5 shrink-0 ${isTrouble ? 'text-high-mark' : ''}`} />
        <span>
          <b className="font-semibold">{word}</b>
          {(detail ?? meaning) !== undefined && `: ${detail ?? meaning}`}
        </span>
      </p>
      <p role="status" className="sr-only">
        {next !== null && sentenceOf(next, next === state ? detail : undefined)}
      </p>
    </div>
  )
}

/** Every attempt to save keeps the sentence as it is, so that it is said once. */
const sentenceOf = (state: SaveStateName, detail: string | undefined): string => {
  const { word, meaning } = STATES[state]
  const more = detail ?? meaning
  return more === undefined ? word : `${word}: ${more}`
}

const CIRCLE = 'M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 1 0 0-12.5'

const STATES: Readonly<
  Record<SaveStateName, { word: string; shape: string; meaning?: string; isTrouble: boolean }>
> = {
  saved: { word: 'Saved', shape: `${CIRCLE}M5 8.2l2 2l4-4.4`, isTrouble: false },
  waiting: { word: 'Not saved yet', shape: `${CIRCLE}M5 8h.01M8 8h.01M11 8h.01`, isTrouble: false },
  saving: { word: 'Saving', shape: `${CIRCLE}M8 11V5M5.5 7.5L8 5l2.5 2.5`, isTrouble: false },
  offline: {
    word: 'Offline',
    shape: `${CIRCLE}M3.6 12.4l8.8-8.8`,
    meaning: 'what you type is kept on this device and saved when the server answers again.',
    isTrouble: true,
  },
  'signed-out': {
    word: 'Signed out',
    shape: 'M3 7.25h10v6.5H3zM5 7.25V5a3 3 0 0 1 6 0v2.25',
    meaning: 'what you type is kept on this device for you; sign in again to save it.',
    isTrouble: true,
  },
  conflict: {
    word: 'Conflict',
    shape: 'M8 14V9M8 9L3.5 4.5M8 9l4.5-4.5M3.5 8V4.5H7M12.5 8V4.5H9',
    meaning: 'a field has two texts. Choose which one stands.',
    isTrouble: true,
  },
  refused: {
    word: 'Not saved',
    shape: 'M8 2l6.5 11.5h-13zM8 6.5v3M8 11.5h.01',
    meaning: 'something has to be put right first; it is marked below.',
    isTrouble: true,
  },
  held: {
    word: 'On hold',
    shape: `${CIRCLE}M6.25 5.5v5M9.75 5.5v5`,
    meaning: 'what you type is kept on this device and not sent for now.',
    isTrouble: true,
  },
}
