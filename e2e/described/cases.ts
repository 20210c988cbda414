import type { ValidateFunction } from 'ajv'
import {
  type Described,
  type OpenapiDocument,
  operationsOf,
  type Parameter,
  type Schema,
} from '../../lib/reference/openapi-document'
import { candidatesFor, isOpaque, type Place, placesOf, put, without } from './values'

/** What the document says of a request: that it is taken, with which of these it is refused, or nothing for certain. */
export type Expected = 'taken' | 'open' | readonly number[]

export type Case = {
  readonly operation: Described
  readonly what: string
  readonly expected: Expected
  /** Another than that of the operation. */
  readonly method?: string
  /** By name; what is not here is filled with what is there. */
  readonly path: Readonly<Record<string, string>>
  /** As it stands behind the question mark. */
  readonly query: string
  /** In the place of what is sent otherwise; an empty one is left out. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

type Validator = (schema: Schema) => ValidateFunction

export const isRefused = ({ expected }: Pick<Case, 'expected'>): boolean => typeof expected !== 'string'

/**
 * Every case that follows from a document. Two operations that take one shape read it by one schema: what is tried in full
 * on the later one is tried by every other case on the earlier, which makes things and is the slowest.
 */
export function allCases(document: OpenapiDocument, validator: Validator): readonly Case[] {
  const shapes = new Set<string>()
  return operationsOf(document)
    .toReversed()
    .flatMap((operation) => {
      const cases = casesOf(operation, document, validator)
      const shape = JSON.stringify(operation.body?.schema)
      if (!operation.body || !shapes.has(shape)) {
        shapes.add(shape)
        return cases
      }
      return cases.filter(({ body }, index) => body === cases[0]?.body || index % 2 === 0)
    })
}

/** Every case of an operation that follows from its description alone. */
function casesOf(operation: Described, document: OpenapiDocument, validator: Validator): readonly Case[] {
  const { parameters, body } = operation
  const plain: Case = {
    operation,
    what: 'plain',
    expected: 'taken',
    path: {},
    query: parameters
      .filter((one) => one.in === 'query' && one.required)
      .map(({ name, example }) => `${name}=${encode(String(example))}`)
      .join('&'),
    headers: {},
    body: body && JSON.stringify(body.example),
  }
  return [
    plain,
    ...parameters.flatMap((parameter) => parameterCases(plain, parameter, validator)),
    ...(body ? bodyCases(plain, resolve(body.schema, document), body, validator(body.schema)) : []),
    { ...plain, what: 'an unknown filter', query: 'surprise=1', expected: [422] },
    ...(operation.isOpen
      ? []
      : ['', 'Bearer nonsense', 'Basic eDp5'].map((authorization) =>
          refusedBy(plain, 401, { authorization }),
        )),
    ...(body ? [refusedBy(plain, 415, { 'content-type': 'text/plain' })] : []),
    { ...plain, what: 'another method', method: 'PATCH', expected: [405] },
    // Next forgets it before anybody sees it.
    { ...plain, what: '__proto__ as a filter', query: '__proto__=1', expected: 'open' },
    { ...plain, what: 'a filter that is no text', query: '%ff=%zz', expected: [422] },
  ]
}

const refusedBy = (plain: Case, status: number, headers: Readonly<Record<string, string>>): Case => ({
  ...plain,
  what: JSON.stringify(headers),
  headers,
  expected: [status],
})

/** What is too long for a path or a head is refused before anybody reads it. */
const REFUSALS: Readonly<Record<Parameter['in'], readonly number[]>> = {
  path: [400, 404, 414, 431],
  query: [422, 431],
  header: [422, 431],
}

function parameterCases(plain: Case, parameter: Parameter, validator: Validator): readonly Case[] {
  const { name, in: place, required, schema } = parameter
  const isValid = validator(schema)
  const cases = candidatesFor(schema).flatMap(({ value, isOdd }): readonly Case[] => {
    if (typeof value === 'object' && value !== null) return []
    const text = String(value)
    const isTaken = isValid(read(text, schema)) || (parameter['allowEmptyValue'] === true && text === '')
    const isUnsaid = isOdd || place === 'header' || isOpaque(schema) || !isText(text)
    const expected = isUnsaid && (isTaken || !isText(text)) ? 'open' : isTaken ? 'taken' : REFUSALS[place]
    const what = `${name} ${place} ${text.slice(0, 60)}`
    if (place === 'query')
      return [{ ...plain, what, expected, query: `${encodeURIComponent(name)}=${encode(text)}` }]
    if (place === 'header')
      return isHeader(text) && text !== '' ? [{ ...plain, what, expected, headers: { [name]: text } }] : []
    if (!isSegment(text)) return []
    return [{ ...plain, what, expected: isTaken ? 'open' : REFUSALS.path, path: { [name]: text } }]
  })
  if (place === 'query')
    return [...cases, { ...plain, what: `${name} twice`, query: `${name}=1&${name}=1`, expected: [422] }]
  if (place === 'header' && required)
    return [...cases, { ...plain, what: `no ${name}`, headers: { [name]: '' }, expected: [428] }]
  return cases
}

function bodyCases(
  plain: Case,
  schema: Schema,
  { example, isRequired }: NonNullable<Described['body']>,
  isValid: ValidateFunction,
): readonly Case[] {
  const of = (what: string, value: unknown, isOdd?: true): Case => ({
    ...plain,
    what,
    expected: !isValid(value) ? [413, 422] : isOdd ? 'open' : 'taken',
    body: JSON.stringify(value) ?? '',
  })
  const name = (place: Place) => place.join('.') || 'the body'
  return [
    ...placesOf(schema).flatMap(([place, inner]) =>
      candidatesFor(inner).map(({ value, isOdd }) =>
        of(
          `${name(place)} = ${(JSON.stringify(value) ?? '').slice(0, 60)}`,
          put(example, place, value),
          isOdd,
        ),
      ),
    ),
    ...placesOf(schema)
      .filter(([place]) => place.length > 0 && !place.includes(0))
      .map(([place]) => of(`without ${name(place)}`, without(example, place))),
    ...['null', '"x"', '[]'].map((body): Case => ({ ...plain, what: body, body, expected: [422] })),
    ...['{', '\u0000', '{"a":1}{'].map((body): Case => ({ ...plain, what: body, body, expected: [400] })),
    { ...plain, what: 'an empty body', body: '', expected: isRequired ? [400] : 'taken' },
    { ...plain, what: 'no body', body: undefined, expected: isRequired ? [415] : 'taken' },
  ]
}

/** Schemas are followed to where they stand, so that there are places in them. */
export function resolve(schema: Schema, document: OpenapiDocument): Schema {
  const name = typeof schema['$ref'] === 'string' ? schema['$ref'].split('/').at(-1) : undefined
  return name === undefined ? schema : (document.components.schemas[name] ?? {})
}

/** What a text in an address means: a number where one is asked for. */
const read = (text: string, schema: Schema): unknown =>
  schema['type'] === 'integer' && /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) ? Number(text) : text

/** As bytes that are not UTF-8, where it holds half of a surrogate pair: what a careless program makes of it. */
export const encode = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\u{F0000}')).replaceAll('%F3%B0%80%80', '%ED%A0%80')

/** A part of a path that no client and no server takes for another path. */
const isSegment = (text: string): boolean => text !== '' && !/^\.{1,2}$/.test(text)

/** What a header can carry at all. */
const isHeader = (text: string): boolean => /^[\x20-\x7e\xa0-\xff]*$/.test(text)

/** Half of a surrogate pair has no bytes, and is another character by the time it arrives. */
const isText = (text: string): boolean => !/\p{Surrogate}/u.test(text)
