/** Black on white in both themes: many readers do not see one that is turned inside out. */
export const QrCode = ({ size, path, label }: { size: number; path: string; label: string }) => (
  <svg
    viewBox={`0 0 ${size} ${size}`}
    role="img"
    aria-label={label}
    className="size-56 rounded-md border border-line"
    shapeRendering="crispEdges"
  >
    <rect width={size} height={size} fill="#fff" />
    <path d={path} fill="#000" />
  </svg>
)
