/** However many queries an answer takes and whatever each may wait for: a reader is told within three seconds. */
export const ANSWER_WITHIN_MS = 2_800

/** Told apart from other failures by its code, like those of the network. */
class DeadlineError extends Error {
  readonly code = 'ETIMEDOUT'
}

/** The result of some work, or an error when it takes longer; the work itself goes on and is forgotten. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeadlineError(`no answer within ${milliseconds} ms`)), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
