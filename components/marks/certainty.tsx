import { CERTAINTY_TEXTS, type Certainty } from '@/lib/maestro/certainty'

/** What is known, what is not, and what nobody has said yet, told apart by shape and word. */
export function CertaintyMark({ certainty }: { certainty: Certainty | '' }) {
  return (
    <span className="inline-flex items-baseline gap-1.5 text-xs text-ink-soft">
      <span
        aria-hidden="true"
        className={`size-2.5 shrink-0 border-[1.5px] [print-color-adjust:exact] ${SHAPES[certainty]}`}
      />
      {certainty === '' ? 'Certainty not chosen' : CERTAINTY_TEXTS[certainty].label}
    </span>
  )
}

const SHAPES: Readonly<Record<Certainty | '', string>> = {
  mapped: 'border-accent bg-accent',
  uncertain: 'rotate-45 border-line-strong',
  '': 'rounded-full border-dashed border-line-strong',
}
