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

/** A rating as a length, with a tick where the rubric has its middle; the number stands beside it. */
export function RatingBar({ hundredths }: { hundredths: number }) {
  return (
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" className="h-2 w-full">
      <rect width="100" height="8" className="fill-line" />
      <rect width={hundredths} height="8" className="fill-accent" />
      <rect x="49.6" width="0.8" height="8" className="fill-canvas" />
    </svg>
  )
}
