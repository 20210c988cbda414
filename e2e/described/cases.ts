import type { ValidateFunction } from 'ajv'
import type { Described, OpenapiDocument, Parameter, Schema } from '../../lib/reference/openapi-document'
import { candidatesFor, type Place, placesOf, put, without } from './values'

/** What the document says of a request: that it is taken, that it is refused, or nothing for certain. */
export type Expected = 'taken' | 'refused' | 'open'

export type Case = {
  readonly operation: Described
  readonly what: string
  readonly expected: Expected
  /** By name; what is not here is filled with what is there. */
  readonly path: Readonly<Record<string, string>>
  /** As it stands behind the question mark. */
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

type Validator = (schema: Schema) => ValidateFunction

/** Every case of an operation that follows from its description alone. */
export function casesOf(
  operation: Described,
  document: OpenapiDocument,
  validator: Validator,
): readonly Case[] {
  const { parameters, body } = operation
  const plain: Case = {
    operation,
    what: 'plain',
    expected: 'taken',
    path: {},
    query: '',
    headers: {},
    body: body && JSON.stringify(body.example),
  }
  return [
    plain,
    ...parameters.flatMap((parameter) => parameterCases(plain, parameter, validator)),
    ...(body ? bodyCases(plain, resolve(body.schema, document), body.example, validator(body.schema)) : []),
    { ...plain, what: 'an unknown filter', query: 'surprise=1', expected: 'refused' },
    ...(operation.isOpen
      ? []
      : ['', 'Bearer nonsense', 'Basic eDp5'].map((authorization) => refusedBy(plain, { authorization }))),
    ...(body ? [refusedBy(plain, { 'content-type': 'text/plain' })] : []),
    // Next forgets it before anybody sees it.
    { ...plain, what: '__proto__ as a filter', query: '__proto__=1', expected: 'open' },
    { ...plain, what: 'a filter that is no text', query: '%ff=%zz', expected: 'refused' },
  ]
}

const refusedBy = (plain: Case, headers: Readonly<Record<string, string>>): Case => ({
  ...plain,
  what: JSON.stringify(headers),
  headers,
  expected: 'refused',
})

function parameterCases(plain: Case, parameter: Parameter, validator: Validator): readonly Case[] {
  const { name, in: place, required, schema } = parameter
  const isValid = validator(schema)
  const cases = candidatesFor(schema).flatMap(({ value, isOdd }): readonly Case[] => {
    if (typeof value === 'object' && value !== null) return []
    const text = String(value)
    const isTaken = isValid(read(text, schema)) || (parameter['allowEmptyValue'] === true && text === '')
    const isUnsaid = isOdd || place === 'header' || schema['format'] === 'cursor' || !isText(text)
    const expected = isUnsaid && (isTaken || !isText(text)) ? 'open' : isTaken ? 'taken' : 'refused'
    const what = `${name} ${place} ${text.slice(0, 60)}`
    if (place === 'query')
      return [{ ...plain, what, expected, query: `${encodeURIComponent(name)}=${encode(text)}` }]
    if (place === 'header')
      return isHeader(text) ? [{ ...plain, what, expected, headers: { [name]: text } }] : []
    if (!isSegment(text)) return []
    return [{ ...plain, what, expected: isTaken ? 'open' : 'refused', path: { [name]: text } }]
  })
  if (place === 'query')
    return [...cases, { ...plain, what: `${name} twice`, query: `${name}=1&${name}=1`, expected: 'refused' }]
  // An empty value takes the place of the one that is filled in.
  if (place === 'header' && required)
    return [...cases, { ...plain, what: `no ${name}`, headers: { [name]: '' }, expected: 'refused' }]
  return cases
}

function bodyCases(
  plain: Case,
  schema: Schema,
  example: unknown,
  isValid: ValidateFunction,
): readonly Case[] {
  const of = (what: string, value: unknown, isOdd?: true): Case => ({
    ...plain,
    what,
    expected: !isValid(value) ? 'refused' : isOdd ? 'open' : 'taken',
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
    ...['', '{', 'null', '"x"', '[]', '\u0000', '{"a":1}{'].map(
      (body): Case => ({ ...plain, what: `the body ${body}`, body, expected: 'refused' }),
    ),
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
