import { type Problem, problem } from '@/lib/base/problem'

/** What a request is told that never reaches an operation, because it cannot be read or takes too much to read. */
export const unreadable = (detail = 'This is not a valid HTTP request.'): Problem =>
  problem(400, 'Bad request', detail)

export const PATH_CHARACTERS_MAX = 2_048

export const pathTooLong = (): Problem =>
  problem(414, 'URI too long', `A path may hold ${PATH_CHARACTERS_MAX} characters.`)

export const bodyTooLarge = (bytesMax: number): Problem =>
  problem(
    413,
    'Content too large',
    `The body is larger than ${bytesMax.toLocaleString('en')} bytes. Send less.`,
  )

export const HEAD_BYTES_MAX = 16_384

export const headTooLarge = (): Problem =>
  problem(431, 'Request header fields too large', `The header of a request may hold ${HEAD_BYTES_MAX} bytes.`)

export const tooSlow = (): Problem => problem(408, 'Request timeout', 'The request did not arrive in time.')
