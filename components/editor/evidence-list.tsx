'use client'

import { useRef } from 'react'
import { LineField } from '@/components/editor/line-field'
import { TextAreaField } from '@/components/editor/text-area-field'
import { LIMITS } from '@/lib/assessment/limits'
import type { Piece } from '@/lib/editor/evidence'

/** Quotes with their links. The focus never falls out: it goes along with what is added and stays where one removes. */
export function EvidenceList({
  id,
  evidence,
  issueAt,
  onChange,
}: {
  id: string
  evidence: readonly Piece[]
  /** By the place in the list: `[0].url`; the list itself is at the empty path. */
  issueAt: (path: string) => string | undefined
  onChange: (evidence: readonly Piece[]) => void
}) {
  const addButton = useRef<HTMLButtonElement>(null)
  const awaitsFocus = useRef(false)
  const isFull = evidence.length >= LIMITS.evidencePerFactor
  const add = () => {
    if (isFull) return
    awaitsFocus.current = true
    onChange([...evidence, { text: '', url: '' }])
  }
  const remove = (index: number) => {
    // Another piece moves up under the hand, button and all; behind the last one there is none.
    if (index === evidence.length - 1) addButton.current?.focus()
    onChange(evidence.filter((_, at) => at !== index))
  }
  const focusNew = (quote: HTMLTextAreaElement | null) => {
    if (quote === null || !awaitsFocus.current) return
    awaitsFocus.current = false
    quote.focus()
  }
  return (
    <div className="space-y-3">
      {evidence.map((piece, index) => (
        <EvidencePiece
          // biome-ignore lint/suspicious/noArrayIndexKey: the fields are controlled, and the button under the hand must stay.
          key={index}
          id={`${id}-${index}`}
          number={index + 1}
          piece={piece}
          issueAt={(field) => issueAt(`[${index}].${field}`)}
          onChange={(part) => onChange(evidence.map((one, at) => (at === index ? { ...one, ...part } : one)))}
          onRemove={() => remove(index)}
          quoteRef={index === evidence.length - 1 ? focusNew : undefined}
        />
      ))}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <button
          ref={addButton}
          id={id}
          type="button"
          aria-disabled={isFull}
          onClick={add}
          className="min-h-9 cursor-pointer rounded-md border border-line-strong px-3 text-sm hover:bg-sunken aria-disabled:cursor-default aria-disabled:text-ink-faint"
        >
          Add evidence
        </button>
        <p role="status" className="text-xs text-ink-soft">
          {evidence.length > 0 && `${evidence.length} of ${LIMITS.evidencePerFactor} pieces`}
        </p>
      </div>
      {issueAt('') !== undefined && <p className="text-xs text-high-mark">{issueAt('')}</p>}
    </div>
  )
}

function EvidencePiece({
  id,
  number,
  piece: { text, url },
  issueAt,
  onChange,
  onRemove,
  quoteRef,
}: {
  id: string
  number: number
  piece: Piece
  issueAt: (field: keyof Piece) => string | undefined
  onChange: (part: Partial<Piece>) => void
  onRemove: () => void
  quoteRef: ((quote: HTMLTextAreaElement | null) => void) | undefined
}) {
  return (
    <fieldset className="min-w-0 space-y-2 border-l-3 border-line pl-3">
      <legend className="sr-only">Evidence {number}</legend>
      <TextAreaField
        ref={quoteRef}
        id={`${id}-text`}
        label={`Evidence ${number}: what is said, word by word`}
        value={text}
        rows={2}
        lengthMax={LIMITS.evidenceText}
        issue={issueAt('text')}
        onChange={(next) => onChange({ text: next })}
      />
      <LineField
        id={`${id}-url`}
        label="Where it is said (link)"
        value={url}
        inputMode="url"
        issue={issueAt('url')}
        onChange={(next) => onChange({ url: next })}
      />
      <button
        type="button"
        aria-label={`Remove evidence ${number}`}
        onClick={onRemove}
        className="min-h-8 cursor-pointer rounded-md text-xs text-ink-soft underline decoration-line-strong underline-offset-3 hover:text-ink"
      >
        Remove
      </button>
    </fieldset>
  )
}
