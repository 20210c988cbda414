/** A rating as a length, with a tick where the rubric has its middle; the number stands beside it. */
export function RatingBar({
  hundredths,
  className,
  track,
  tick,
}: {
  hundredths: number
  className: string
  track: string
  tick: string
}) {
  return (
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" className={className}>
      <rect width="100" height="8" className={track} />
      <rect width={hundredths} height="8" />
      <rect x="49.6" width="0.8" height="8" className={tick} />
    </svg>
  )
}
