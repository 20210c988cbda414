/** 192 bits in base64url: no character of it is changed on the way through an address. */
export const SHARE_TOKEN_BYTES = 24
export const SHARE_TOKEN_CHARACTERS = (SHARE_TOKEN_BYTES / 3) * 4
const TOKEN = `[A-Za-z0-9_-]{${SHARE_TOKEN_CHARACTERS}}`

const WHOLE = new RegExp(`^${TOKEN}$`)
export const isShareToken = (text: string): boolean => WHOLE.test(text)

/** The address of a link, or with an ending such as `.json` or `/og.png`; which endings there are is not decided here. */
const STRICT = new RegExp(`^/r/${TOKEN}(?:[./][a-z.]{2,12})?$`)

/** Everything that is a share link or could be taken for one, also by a router that decodes first. */
const BELOW = /^\/(?:r|%72)(?:$|[/?#]|%2f)/i

export const isBelowShares = (url: string): boolean => BELOW.test(url)

/** The one address that stands for all below `/r` that cannot be a link. */
export const NO_SHARE = '/r'

/**
 * An address below `/r` without what mail programs put behind the question mark, or the one that stands for all which
 * cannot be a link: whatever else looks at an address sees nothing of them, and can tell none from another.
 */
export function plainSharePath(url: string): string {
  const [path = ''] = url.split('?')
  return STRICT.test(path) ? path : NO_SHARE
}
