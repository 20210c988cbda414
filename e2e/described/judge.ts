import type { ValidateFunction } from 'ajv'
import type { Schema } from '../../lib/reference/openapi-document'
import type { Case } from './cases'
import type { Answer } from './lane'

/** What depends on what is there, which no schema can say: a link is pinned to a revision that is published. */
const isOfState = (id: string, { status, text }: Answer): boolean =>
  id === 'createShare' && status === 422 && text.includes('"path":"revision"')

/** How an answer contradicts the document; undefined when it does not. */
export function contradictionOf(
  { operation, expected }: Case,
  answer: Answer,
  validator: (schema: Schema) => ValidateFunction,
): string | undefined {
  const { status, type, text } = answer
  const described = operation.responses[String(status)]
  if (status >= 500) return `answers ${status}`
  if (!described) return `answers ${status}, which the document does not name`
  if (status !== 429 && expected === 'taken' && status >= 400 && !isOfState(operation.id, answer))
    return `refuses with ${status} what the document allows`
  if (expected === 'refused' && status < 400) return `takes with ${status} what the document does not allow`
  const [content, more] = Object.entries(described.content ?? {})
  if (!content) return text === '' ? undefined : `answers ${status} with a body`
  const [named, { schema }] = content
  if (more || type?.split(';')[0] !== named) return `answers ${status} as ${type}, not as ${named}`
  const validate = validator(schema)
  if (validate(JSON.parse(text))) return undefined
  const [fault] = validate.errors ?? []
  return `answers ${status} with what is not described: ${fault?.instancePath} ${fault?.message}`
}
