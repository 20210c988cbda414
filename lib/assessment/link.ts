import { z } from 'zod'
import { LIMITS } from '@/lib/assessment/limits'
import { flawOf, UNSAFE_CHARACTERS } from '@/lib/assessment/text'

/** A link to a page on the web, safe to place into an attribute. */
export const link = (label: string) =>
  z
    .string({ error: `${label} is a text.` })
    .trim()
    .superRefine((text, context) => {
      const message = flawOf(label, text, LIMITS.link) ?? linkFlawOf(label, text)
      if (message !== null) context.addIssue({ code: 'custom', message })
    })
    .meta({ format: 'uri', pattern: PATTERN, maxLength: LIMITS.link })

const BEHIND = `\\s\\\\<>"${UNSAFE_CHARACTERS}`
const PATTERN = `^[Hh][Tt][Tt][Pp][Ss]?://[^/?#@${BEHIND}]+([/?#][^${BEHIND}]*)?$`

const WEB_ADDRESS = z.url({ protocol: /^https?$/ })

const linkFlawOf = (label: string, text: string): string | null => {
  const authority = /^https?:\/\/([^/?#]+)/i.exec(text)?.[1]
  if (authority === undefined) return `${label} must be a full address that begins with https:// or http://.`
  if (/[\s\\<>"]/.test(text)) {
    return `${label} holds a space, a quotation mark, a backslash or an angle bracket; percent-encode it.`
  }
  if (authority.includes('@')) return `${label} must not carry a user name or a password.`
  return WEB_ADDRESS.safeParse(text).success
    ? null
    : `${label} is not a valid address; check the name of the host.`
}
