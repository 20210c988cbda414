import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { validatorOf } from '@/lib/http/testing/openapi-schemas'
import {
  type Described,
  documentSchema,
  type OpenapiDocument,
  operationsOf,
  type Schema,
} from '@/lib/reference/openapi-document'

/** What is wrong with an OpenAPI document: against the schema of OpenAPI itself, and against the rules of this house. */
export function lintOpenapi(given: unknown): readonly string[] {
  const formal = officialFaults(given)
  if (formal.length > 0) return formal
  const document = documentSchema.parse(given)
  const operations = operationsOf(document)
  return [
    ...repeated(operations.map(({ id }) => id)).map((id) => `operationId ${id} is given twice`),
    ...operations.flatMap((operation) => operationFaults(operation, document)),
    ...referenceFaults(document),
    ...exampleFaults(document, operations),
  ]
}

const official = JSON.parse(readFileSync(new URL('./openapi-3-1-schema.json', import.meta.url), 'utf8'))
const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats(ajv)
ajv.addFormat('media-range', true)
const validateOfficially = ajv.compile(official)

function officialFaults(given: unknown): readonly string[] {
  if (validateOfficially(given)) return []
  return (validateOfficially.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

function operationFaults(
  { path, parameters, responses, body, raw, id }: Described,
  document: OpenapiDocument,
) {
  const at = id || `${path}, which has no operationId,`
  const declared = parameters.filter((one) => one.in === 'path').map(({ name }) => name)
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const statuses = Object.keys(responses)
  const schemes = Object.keys(document.components.securitySchemes)
  return [
    [id !== '', 'has no operationId'],
    [Boolean(raw.summary), 'has no summary'],
    [
      (raw.tags ?? []).some((tag) => document.tags.some(({ name }) => name === tag)),
      'has no tag of the list',
    ],
    [raw.security !== undefined, 'does not say whether it asks for a token'],
    [
      (raw.security ?? []).every((one) => Object.keys(one).every((name) => schemes.includes(name))),
      'asks for an unknown kind of token',
    ],
    [statuses.some((status) => status.startsWith('2')), 'names no success'],
    [statuses.some((status) => status.startsWith('4')), 'names no refusal'],
    [String(inPath.sort()) === String(declared.sort()), 'declares other parameters than its path has'],
    [parameters.every(({ description }) => description), 'has a parameter without a description'],
    [body === undefined || body.example !== undefined, 'has no example of its body'],
    [body === undefined || isClosed(body.schema, document), 'takes a body with any key'],
  ].flatMap(([holds, fault]) => (holds ? [] : [`${at} ${fault}`]))
}

const isClosed = (schema: Schema, { components }: OpenapiDocument): boolean => {
  const ref = typeof schema['$ref'] === 'string' ? schema['$ref'].split('/').at(-1) : undefined
  const meant = ref === undefined ? schema : components.schemas[ref]
  return meant?.['additionalProperties'] === false
}

function referenceFaults(document: OpenapiDocument): readonly string[] {
  const text = JSON.stringify(document)
  const used = new Set([...text.matchAll(/"\$ref":"#\/components\/([^"]+)"/g)].map(([, to = '']) => to))
  const parts = Object.entries(document.components).filter(([kind]) => kind !== 'securitySchemes')
  const there = new Set(
    parts.flatMap(([kind, members]) => Object.keys(Object(members)).map((name) => `${kind}/${name}`)),
  )
  return [
    ...[...used].filter((one) => !there.has(one)).map((one) => `${one} is referred to and not there`),
    ...[...there].filter((one) => !used.has(one)).map((one) => `${one} is there and nowhere used`),
  ]
}

/** Every example is there, and is what its schema says. */
function exampleFaults(document: OpenapiDocument, operations: readonly Described[]): readonly string[] {
  const validator = validatorOf(document)
  const fault = (where: string, schema: Schema, example: unknown): readonly string[] => {
    if (example === undefined) return [`${where} has no example`]
    const validate = validator(schema)
    if (validate(example)) return []
    return [
      `${where} has an example that it refuses: ${validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`)}`,
    ]
  }
  const examples = operations.flatMap(({ id, parameters, body, responses }) => [
    ...parameters
      .filter((one) => one.in === 'path')
      .map((one) => [`${id} ${one.name}`, one.schema, one.example] as const),
    ...(body ? [[`${id} body`, body.schema, body.example] as const] : []),
    ...Object.entries(responses).flatMap(([status, { content = {} }]) =>
      Object.values(content).map(({ schema, example }) => [`${id} ${status}`, schema, example] as const),
    ),
  ])
  return [...new Set(examples.flatMap(([where, schema, example]) => fault(where, schema, example)))]
}

const repeated = (names: readonly string[]): readonly string[] =>
  names.filter((name, index) => names.indexOf(name) !== index)
