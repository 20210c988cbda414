import { z } from 'zod'

const NOT_OURS = 'This cursor is not one of ours. Start again without it.'

/** A place in a list, opaque to whoever hands it back, and parsed as strictly as anything else that comes back from one. */
export const cursorOf = <Shape extends z.ZodType>(shape: Shape, charactersMax: number) =>
  z
    .string()
    .max(charactersMax, NOT_OURS)
    .transform((text, context): z.output<Shape> => {
      const parsed = shape.safeParse(decode(text))
      if (parsed.success) return parsed.data
      context.addIssue({ code: 'custom', message: NOT_OURS })
      return z.NEVER
    })
    .meta({ format: 'cursor' })

export const encodeCursor = (place: object): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url')

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return undefined
  }
}
