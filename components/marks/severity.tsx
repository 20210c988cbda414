import type { Severity } from '@/lib/aivss/severity'
import { SEVERITY_STEPS } from '@/lib/theme/severity-mark'

const CHIP: Readonly<Record<Severity, string>> = {
  None: 'bg-none-fill text-none-text',
  Low: 'bg-low-fill text-low-text',
  Medium: 'bg-medium-fill text-medium-text',
  High: 'bg-high-fill text-high-text',
  Critical: 'bg-critical-fill text-critical-text',
}

/** Colour, word and shape together: the severity stays readable when any one of them is lost. */
export function SeverityChip({ severity }: { severity: Severity }) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-sm px-1.5 py-0.5 text-xs font-semibold whitespace-nowrap [print-color-adjust:exact] ${CHIP[severity]}`}
    >
      <SeverityMark severity={severity} />
      {severity}
    </span>
  )
}

/** Four rising bars, as many of them solid as the severity has steps. */
export function SeverityMark({ severity }: { severity: Severity }) {
  return (
    <svg
      viewBox="0 0 14 12"
      width="14"
      height="12"
      aria-hidden="true"
      className="shrink-0"
      fill="currentColor"
    >
      <path d={outlineOf(0, SEVERITY_STEPS.filled[severity])} />
      <path d={outlineOf(SEVERITY_STEPS.filled[severity])} opacity="0.28" />
    </svg>
  )
}

const outlineOf = (from: number, to?: number): string =>
  SEVERITY_STEPS.bars
    .slice(from, to)
    .map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h-${width}z`)
    .join('')

/** A number never stands without its word. */
export function ScoreFigure({
  score,
  severity,
  size = 'row',
}: {
  score: number
  severity: Severity
  size?: 'row' | 'large'
}) {
  return (
    <span className="inline-flex items-center gap-2">
      <span
        className={`figures font-semibold ${size === 'large' ? 'text-2xl tracking-[-0.08em]' : 'text-lg'}`}
      >
        {score.toFixed(1)}
      </span>
      <SeverityChip severity={severity} />
    </span>
  )
}
