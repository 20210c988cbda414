import { z } from 'zod'

/**
 * C0 controls but tab and line feed, lone surrogates, and every character with the property Bidi_Control: spelled as the
 * inside of a class in a regular expression, which the published schemas say too.
 */
export const UNSAFE_CHARACTERS =
  '\\u0000-\\u0008\\u000B-\\u001F\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uD800-\\uDFFF'
const UNSAFE = new RegExp(`[${UNSAFE_CHARACTERS}]`, 'u')

/** One line, such as a name: white space at its ends is dropped and a line break is refused. */
export const line = (label: string, lengthMax: number) =>
  z
    .string({ error: `${label} is a text.` })
    .trim()
    .superRefine((text, context) => {
      const message =
        flawOf(label, text, lengthMax) ??
        (/[\n\t]/.test(text) ? `${label} is a single line; remove the line breaks and tabs.` : null)
      if (message !== null) context.addIssue({ code: 'custom', message })
    })
    .meta({ maxLength: lengthMax, pattern: `^[^\\n\\t${UNSAFE_CHARACTERS}]*$` })

/** A text of any number of lines, kept exactly as it was typed. */
export const prose = (label: string, lengthMax: number) =>
  z
    .string({ error: `${label} is a text.` })
    .superRefine((text, context) => {
      const message = flawOf(label, text, lengthMax)
      if (message !== null) context.addIssue({ code: 'custom', message })
    })
    .meta({ maxLength: lengthMax, pattern: `^[^${UNSAFE_CHARACTERS}]*$` })

/** The same text, where blank will not do. */
export const filled = (text: z.ZodString, message: string) =>
  text
    .refine((value) => value.trim() !== '', { error: message })
    .meta({ pattern: `^(?=[\\s\\S]*\\S)${String(text.meta()?.['pattern']).slice(1)}` })

/** The first thing that keeps a text from being stored and shown safely, as a sentence; null for a good text. */
export const flawOf = (label: string, text: string, lengthMax: number): string | null => {
  const length = lengthOf(text)
  if (length > lengthMax) {
    return `${label} has ${length.toLocaleString('en')} characters; the limit is ${lengthMax.toLocaleString('en')}.`
  }
  const found = UNSAFE.exec(text)
  return found === null ? null : `${label} holds ${nameOf(found[0])}; remove it.`
}

/** Characters as people count them in a limit: a code point is one, also outside the basic plane. */
export const lengthOf = (text: string): number => {
  let length = 0
  for (const _ of text) length += 1
  return length
}

const nameOf = (character: string): string => {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  if (character === '\r') return `a carriage return (${code}); end lines with a line feed alone`
  if (/\p{Surrogate}/u.test(character)) return `half of a surrogate pair (${code}), which is no character`
  if (character < ' ') return `the control character ${code}`
  return `the invisible character ${code}, which changes the direction of text`
}
