/** A base metric, explained for a person who picks its value. */
export type CvssMetric = {
  readonly code: string
  readonly name: string
  readonly question: string
  readonly values: readonly CvssValue[]
}

export type CvssValue = { readonly code: string; readonly name: string; readonly explanation: string }
