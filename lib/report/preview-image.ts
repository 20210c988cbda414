/** The picture that a preview of a link shows, in the size that those who show previews expect. */
export const IMAGE = { width: 1_200, height: 630 } as const

/** What the picture says, for whoever does not see it. */
export const imageAlt = ({
  title,
  score,
  severity,
}: {
  readonly title: string
  readonly score: string
  readonly severity: string
}): string => `${title}: ${score} ${severity}`
