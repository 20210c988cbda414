import type { ValidateFunction } from 'ajv'
import type { Response, Schema } from '../../lib/reference/openapi-document'
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
  const { status, type, text, headers } = answer
  const described = operation.responses[String(status)]
  if (status >= 500) return `answers ${status}`
  if (!described) return `answers ${status}, which the document does not name`
  if (status !== 429 && expected === 'taken' && status >= 400 && !isOfState(operation.id, answer))
    return `refuses with ${status} what the document allows`
  if (typeof expected !== 'string' && status < 400)
    return `takes with ${status} what the document does not allow`
  if (typeof expected !== 'string' && status !== 429 && !expected.includes(status))
    return `refuses with ${status} and not with ${expected.join(' or ')}`
  const missing = promisedIn(described).find((name) => !headers.has(name))
  if (missing) return `answers ${status} without the header ${missing}`
  const [content, more] = Object.entries(described.content ?? {})
  if (!content) return text === '' ? undefined : `answers ${status} with a body`
  const [named, { schema }] = content
  if (more || type?.split(';')[0] !== named) return `answers ${status} as ${type}, not as ${named}`
  return faultOf(text, validator(schema), `answers ${status} with what is not described`)
}

/** What is told by reference are the limits, which every write carries. */
const promisedIn = ({ headers = {} }: Response): readonly string[] =>
  Object.entries(headers)
    .filter(([, { required, $ref }]) => required === true || $ref !== undefined)
    .map(([name]) => name)

function faultOf(text: string, validate: ValidateFunction, what: string): string | undefined {
  const value = parse(text)
  if (value === undefined) return `${what}: no JSON`
  if (validate(value)) return undefined
  const [fault] = validate.errors ?? []
  return `${what}: ${fault?.instancePath} ${fault?.message}`
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
