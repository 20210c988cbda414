import { excessOf } from '@/lib/assessment/json-bounds'
import { bodyTooLarge } from '@/lib/base/front-problems'
import { err, ok, type Result } from '@/lib/base/result'
import { type ApiProblem, badRequest, unprocessable, unsupportedMediaType } from '@/lib/http/problems'

export const BODY_BYTES_MAX = 1_048_576

/**
 * The JSON body of a request, counted while it arrives: a length that a client declares is not believed. Where a body may
 * be left out, none is what `whenEmpty` says, and needs no type either.
 */
export async function readJson(request: Request, whenEmpty?: unknown): Promise<Result<unknown, ApiProblem>> {
  const type = request.headers.get('content-type')
  const mayBeNone = whenEmpty !== undefined
  if (!isJson(type) && !(mayBeNone && type === null)) return err(unsupportedMediaType())
  const bytes = await readBytes(request)
  if (bytes === undefined) return err(bodyTooLarge(BODY_BYTES_MAX))
  if (mayBeNone && bytes.byteLength === 0) return ok(whenEmpty)
  if (type === null) return err(unsupportedMediaType())
  const text = decode(bytes)
  if (text === undefined)
    return err(badRequest('The body is not valid UTF-8. Encode it as UTF-8 and send it again.'))
  const parsed = parse(text)
  if (!parsed.ok) return err(badRequest(parsed.error))
  const excess = excessOf('body', parsed.value)
  return excess ? err(unprocessable([excess])) : parsed
}

const isJson = (contentType: string | null): boolean =>
  /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(contentType ?? '')

async function readBytes(request: Request): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > BODY_BYTES_MAX) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function parse(text: string): Result<unknown, string> {
  if (text.trim() === '') return err('The body is empty. Send a JSON object.')
  try {
    return ok(JSON.parse(text))
  } catch (error) {
    return err(`The body is not valid JSON: ${error instanceof Error ? error.message : 'it cannot be read'}.`)
  }
}
