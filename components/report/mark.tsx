import type { Severity } from '@/lib/aivss/severity'
import { SEVERITY_STEPS } from '@/lib/theme/severity-mark'

/** The severity as a shape; the word always stands beside it. */
export function Mark({ severity }: { severity: Severity }) {
  return (
    <svg viewBox="0 0 14 12" width="14" height="12" aria-hidden="true" fill="currentColor">
      {SEVERITY_STEPS.bars.map((bar, index) => (
        <rect key={bar.x} {...bar} opacity={index < SEVERITY_STEPS.filled[severity] ? undefined : 0.28} />
      ))}
    </svg>
  )
}
