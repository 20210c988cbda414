import { CERTAINTY_TEXTS, type Certainty } from '@/lib/maestro/certainty'

/** What is known and what is not, told apart by shape and word. */
export function CertaintyMark({ certainty }: { certainty: Certainty }) {
  return (
    <span className="inline-flex items-center gap-1.5 text-xs text-ink-soft">
      <span
        aria-hidden="true"
        className={`size-2.5 shrink-0 border-[1.5px] ${certainty === 'mapped' ? 'border-accent bg-accent' : 'rotate-45 border-line-strong'}`}
      />
      {CERTAINTY_TEXTS[certainty].label}
    </span>
  )
}
