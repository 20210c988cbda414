import { ok } from '@/lib/base/result'
import { Lane } from '@/lib/http/lane'
import { busy, tookTooLong, toResponse } from '@/lib/http/problems'
import { binary } from '@/lib/http/respond'
import type { Pdf } from '@/lib/press/document'
import { reportPicture } from '@/lib/press/picture'
import type { ReportView } from '@/lib/report/report-view'

/** Both within the time of an answer, or a reader would be told that the database does not answer. */
const WAIT_MS = 1_000
const MAKE_MS = 2_000
const LIMITS = { atOnce: 2, waitingMax: 8, waitMs: WAIT_MS }

/** Each has a lane of its own, so that previews of links do not wait for documents. */
const PRESSES = {
  pdf: { lane: new Lane(LIMITS), type: 'application/pdf', what: 'PDF' },
  image: { lane: new Lane(LIMITS), type: 'image/png', what: 'picture' },
} as const

/** Whatever it is of: the lane is one for all files. */
export const printedPdf = (
  make: (isEnough: () => boolean) => Promise<Pdf>,
  reader: AbortSignal | undefined,
  headers: Readonly<Record<string, string>>,
): Promise<Response> => printed('pdf', make, reader, headers)

export const printedPicture = (
  view: ReportView,
  reader: AbortSignal | undefined,
  headers: Readonly<Record<string, string>>,
): Promise<Response> => printed('image', async () => ok(await reportPicture(view)), reader, headers)

/** What takes the processor for a while is made for few at once, and for none who went away. */
async function printed(
  form: keyof typeof PRESSES,
  make: (isEnough: () => boolean) => Promise<Pdf>,
  reader: AbortSignal | undefined,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const { lane, type, what } = PRESSES[form]
  const until = performance.now() + MAKE_MS
  const isEnough = () => reader?.aborted === true || performance.now() > until
  const answer = await lane.run(() => make(isEnough), reader)
  if (!answer.ok) return toResponse(busy(`Two ${what}s`, answer.error.retryAfterSeconds))
  const made = answer.value
  return made.ok ? binary(type, made.value, headers) : toResponse(tookTooLong(what))
}
