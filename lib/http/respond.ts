/** Public reads change at once: browsers may keep them, but ask again each time. */
const ASK_AGAIN = 'public, no-cache'

export const json = (value: unknown, status = 200): Response =>
  answer('application/json', JSON.stringify(value), 'no-store', status)

export const publicJson = (value: unknown): Response =>
  answer('application/json', JSON.stringify(value), ASK_AGAIN)

export const publicText = (type: 'text/markdown' | 'text/plain', text: string, status = 200): Response =>
  answer(type, text, status === 200 ? ASK_AGAIN : 'no-store', status)

const answer = (type: string, body: string, cacheControl: string, status = 200): Response =>
  new Response(body, {
    status,
    headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': cacheControl },
  })
