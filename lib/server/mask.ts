/** A path with its query as it may stand in a log: links that open something, and values of secret keys, are `***`. */
export function maskUrl(url: string): string {
  const [path = '', query] = split(url)
  const masked = path.replace(SECRET_PATH, '/$1/***').replace(TOKEN, 'fullscore_***')
  return query === undefined ? masked : `${masked}?${query.split('&').map(maskPair).join('&')}`
}

/** Free text: whatever of the above is quoted in it, and the passwords of addresses. */
export function maskText(text: string): string {
  return text
    .replace(/(:\/\/[^\s:/@"\\]*:)[^\s@"\\]+@/g, '$1***@')
    .replace(SECRET_IN_TEXT, '/$1/***')
    .replace(/\b(bearer|basic)\s+[\w.~+/=-]+/gi, '$1 ***')
    .replace(TOKEN, 'fullscore_***')
}

/** A character as it is or percent-encoded, once or several times: some of these still open what they name. */
const either = (character: string): string => {
  const codes = [character.toLowerCase(), character.toUpperCase()].map((one) =>
    one.charCodeAt(0).toString(16),
  )
  // Each code once: with two ways to read one sign, a row of them has more ways than can ever be tried.
  return `(?:${character}|%(?:25)*(?:${[...new Set(codes)].join('|')}))`
}

const SLASH = either('/')
const WORDS = ['r', 'setup', 'invite'].map((word) => [...word].map(either).join('')).join('|')
/** Also behind doubled slashes: Next refuses those, and the log would keep them. */
const SECRET_PATH = new RegExp(`^(?:${SLASH})+(${WORDS})(?:${SLASH})+[^/?.]+`, 'i')
const SECRET_IN_TEXT = new RegExp(`${SLASH}(${WORDS})${SLASH}[A-Za-z0-9_-]{8,}`, 'gi')
/** Of a program, wherever somebody put it by mistake. */
const TOKEN = /fullscore_[0-9A-Za-z]{20,}/gi
const SECRET_KEY = /token|code|secret|pass|key|state|sig|session|auth|nonce/i

function split(url: string): [string, string?] {
  const mark = url.indexOf('?')
  return mark === -1 ? [url] : [url.slice(0, mark), url.slice(mark + 1)]
}

function maskPair(pair: string): string {
  const [key = ''] = pair.split('=')
  return SECRET_KEY.test(key) && pair.includes('=') ? `${key}=***` : pair.replace(TOKEN, 'fullscore_***')
}
