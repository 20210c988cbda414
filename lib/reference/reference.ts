import { curlOf } from '@/lib/reference/curl'
import { type Field, type Meaning, meaningOf, shapeOf } from '@/lib/reference/fields'
import {
  type Described,
  documentSchema,
  type OpenapiDocument,
  operationsOf,
  type Parameter,
  type Response,
} from '@/lib/reference/openapi-document'

/** An API as people read it: everything of it comes from its OpenAPI document. */
export type Reference = {
  readonly groups: readonly Group[]
  readonly shapes: readonly { readonly name: string; readonly fields: readonly Field[] }[]
  readonly problems: readonly Problem[]
  /** The statuses of those that every operation may answer, and that are therefore not told of each. */
  readonly common: readonly string[]
}

export type Group = { readonly id: string; readonly title: string; readonly operations: readonly Entry[] }

export type Entry = {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly description: string | null
  /** What a token has to be made for; null where none is asked for. */
  readonly scope: string | null
  readonly parameters: readonly { readonly place: string; readonly field: Field }[]
  readonly body: Meaning | null
  readonly isBodyRequired: boolean
  readonly answers: readonly Answer[]
  /** The statuses of those that it may answer besides the common ones. */
  readonly problems: readonly string[]
  readonly curl: string
}

export type Answer = {
  readonly status: string
  readonly description: string
  readonly headers: readonly Named[]
  readonly body: Meaning | null
  readonly example: string | null
}

export type Problem = {
  readonly status: string
  readonly description: string
  readonly headers: readonly Named[]
  readonly example: string
}

type Named = { readonly name: string; readonly description: string }

export function referenceOf(given: unknown): Reference {
  const document = documentSchema.parse(given)
  const operations = operationsOf(document)
  const common = commonOf(operations)
  const entries = operations.map(
    (operation) => [operation.raw.tags?.[0], entryOf(operation, common)] as const,
  )
  return {
    groups: document.tags.map(({ name, description }) => ({
      id: name,
      title: description,
      operations: entries.filter(([tag]) => tag === name).map(([, entry]) => entry),
    })),
    shapes: Object.keys(document.components.schemas).map((name) => ({
      name,
      fields: shapeOf(document, name),
    })),
    problems: problemsOf(document),
    common,
  }
}

const isProblem = (status: string): boolean => status >= '4'

const commonOf = (operations: readonly Described[]): readonly string[] =>
  Object.keys(operations[0]?.responses ?? {}).filter(
    (status) => isProblem(status) && operations.every(({ responses }) => status in responses),
  )

function entryOf(operation: Described, common: readonly string[]): Entry {
  const { id, method, path, parameters, body, responses, raw } = operation
  const [scope] = Object.values(raw.security?.[0] ?? {}).flat()
  const statuses = Object.keys(responses)
  return {
    id,
    method,
    path,
    summary: raw.summary ?? id,
    description: raw.description ?? null,
    scope: typeof scope === 'string' ? scope : null,
    parameters: parameters.map(parameterOf),
    body: body ? meaningOf(body.schema) : null,
    isBodyRequired: body?.isRequired === true,
    answers: statuses
      .filter((status) => !isProblem(status))
      .map((status) => answerOf(status, responses[status] ?? {})),
    problems: statuses.filter((status) => isProblem(status) && !common.includes(status)),
    curl: curlOf(operation),
  }
}

const PLACES: Readonly<Record<Parameter['in'], string>> = {
  path: 'in the path',
  query: 'in the query',
  header: 'as a header',
}

const parameterOf = ({ name, in: place, required, description, schema }: Parameter) => ({
  place: PLACES[place],
  field: {
    ...meaningOf(schema),
    names: [name],
    isRequired: required,
    description: description ?? null,
  },
})

function answerOf(status: string, response: Response): Answer {
  const json = response.content?.['application/json']
  return {
    status,
    description: response.description ?? '',
    headers: headersOf(response),
    body: json ? meaningOf(json.schema) : null,
    example: json ? JSON.stringify(json.example, null, 2) : null,
  }
}

/** Those that every answer to a write carries are told once, by the introduction. */
const headersOf = ({ headers = {} }: Response): readonly Named[] =>
  Object.entries(headers)
    .filter(([, { $ref }]) => $ref === undefined)
    .map(([name, { description }]) => ({ name, description: String(description) }))

const problemsOf = ({ components }: OpenapiDocument): readonly Problem[] =>
  Object.entries(components.responses).map(([name, response]) => ({
    status: name.replace('Problem', ''),
    description: response.description ?? '',
    headers: headersOf(response),
    example: JSON.stringify(response.content?.['application/problem+json']?.example, null, 2),
  }))
