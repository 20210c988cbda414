/** Public reads change at once: browsers may keep them, but ask again each time. */
export const ASK_AGAIN = 'public, no-cache'

export const json = (value: unknown, status = 200): Response =>
  typed('application/json', JSON.stringify(value), { 'cache-control': 'no-store' }, status)

export const publicJson = (value: unknown): Response =>
  typed('application/json', JSON.stringify(value), { 'cache-control': ASK_AGAIN })

export const typed = (
  type: 'application/json' | 'text/markdown' | 'text/plain' | 'text/csv',
  body: string,
  headers: Readonly<Record<string, string>>,
  status = 200,
): Response =>
  new Response(body, { status, headers: { 'content-type': `${type}; charset=utf-8`, ...headers } })

/**
 * A file to keep, sent piece by piece as fast as it is taken. The first piece is there before the answer begins, so that
 * what cannot be made is an answer of its own; what fails later breaks the connection, never a file that looks whole.
 */
export async function streamedFile(
  name: string,
  type: string,
  pieces: AsyncGenerator<string>,
): Promise<Response> {
  const first = await pieces.next()
  const bytes = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      if (!first.done) controller.enqueue(bytes.encode(first.value))
    },
    async pull(controller) {
      const next = await pieces.next()
      if (next.done) controller.close()
      else controller.enqueue(bytes.encode(next.value))
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
  return new Response(body, {
    headers: {
      'content-type': type,
      'cache-control': 'no-store',
      'content-disposition': contentDisposition(name),
    },
  })
}

/** What is not text, as it is. */
export const binary = (
  type: 'application/pdf' | 'image/png',
  body: Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
): Response => new Response(body, { headers: { 'content-type': type, ...headers } })

/** RFC 6266: the name in ASCII for old readers, and as it is for all others; `inline` is shown and named when kept. */
export const contentDisposition = (name: string, shown: 'attachment' | 'inline' = 'attachment'): string => {
  const ascii = name.replace(/[^\w. -]/g, '_')
  const extended = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${shown}; filename="${ascii}"; filename*=UTF-8''${extended}`
}
