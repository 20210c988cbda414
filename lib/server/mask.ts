/** A path with its query as it may stand in a log: links that open something, and values of secret keys, are `***`. */
export function maskUrl(url: string): string {
  const [path = '', query] = split(url)
  const masked = path.replace(SECRET_PATH, '/$1/***')
  return query === undefined ? masked : `${masked}?${query.split('&').map(maskPair).join('&')}`
}

/** Free text: whatever of the above is quoted in it, and the passwords of addresses. */
export function maskText(text: string): string {
  return text
    .replace(/(:\/\/[^\s:/@"\\]*:)[^\s@"\\]+@/g, '$1***@')
    .replace(/\/(r|setup|invite)\/[A-Za-z0-9_-]{8,}/gi, '/$1/***')
    .replace(/\b(bearer|basic)\s+[\w.~+/=-]+/gi, '$1 ***')
}

/** Also behind doubled slashes or percent-encoded: Next refuses those, and the log would keep them. */
const SECRET_PATH = /^\/+(r|setup|invite|%72)\/[^/?.]+/i
const SECRET_KEY = /token|code|secret|pass|key|state|sig|session|auth|nonce/i

function split(url: string): [string, string?] {
  const mark = url.indexOf('?')
  return mark === -1 ? [url] : [url.slice(0, mark), url.slice(mark + 1)]
}

function maskPair(pair: string): string {
  const [key = ''] = pair.split('=')
  return SECRET_KEY.test(key) && pair.includes('=') ? `${key}=***` : pair
}
