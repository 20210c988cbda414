import { keyOf } from '@/lib/exchange/report-lines'

/** A heading or a mark is short; a longer line is somebody's paragraph, whatever it begins with. */
const MARK_LENGTH_MAX = 160

const TITLE_END = 'agentic threat model'

/** The name in a title such as “Name — agentic threat model”; null for any other line. */
export function nameInTitle(text: string): string | null {
  const title = unhashed(text)
  if (!title.slice(-TITLE_END.length).replace(/\s/g, ' ').toLowerCase().endsWith(TITLE_END)) return null
  const before = title.slice(0, -TITLE_END.length).trimEnd()
  return /[–—:-]$/.test(before)
    ? before
        .replace(/[–—:-]{1,2}$/, '')
        .replaceAll('\t', ' ')
        .trim()
    : null
}

export const isFactorHeading = (text: string): boolean =>
  text.length <= MARK_LENGTH_MAX && /^(?:owasp)?aivssscorerationale$|^tenagenticriskfactors/.test(keyOf(text))

export const isLayerHeading = (text: string): boolean =>
  text.length <= MARK_LENGTH_MAX &&
  /^(?:seven)?maestro(?:layers?|seven)*(?:threatmodel)?$/.test(keyOf(text)) &&
  keyOf(text) !== 'maestro'

/** The line behind the last layer, which says what MAESTRO is. */
export const isClosing = (text: string): boolean =>
  /^maestro\s*[–—:-]/i.test(text) && /framework/i.test(text.slice(0, 400))

export const isFormulaLine = (text: string): boolean => /^scored\s+with\s/i.test(text)

/** A way back to the page before, which a copied page begins with. */
export const isBackLink = (text: string): boolean => /^[←‹«]/.test(text)

/** What explains the marks of the layers and is none of them. */
export const isLegend = (text: string): boolean => {
  const key = keyOf(text.slice(0, 400))
  return key.indexOf('notcertainfrom') > 0 && key.includes('layers')
}

/** A heading without the signs that Markdown gives it. */
export const unhashed = (text: string): string => text.replace(/^#{1,6}\s+/, '')
