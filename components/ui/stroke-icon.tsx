/** A small drawing of lines in the colour of the text beside it, which says the same in words. */
export function StrokeIcon({ shape, className = '' }: { shape: string; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
    >
      <path d={shape} />
    </svg>
  )
}
