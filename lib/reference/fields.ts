import type { OpenapiDocument, Schema } from '@/lib/reference/openapi-document'

/** A value in words: what it is, what bounds it, and what is inside. */
export type Meaning = {
  /** Such as "list of texts". */
  readonly kind: string
  /** Such as "up to 120 characters", each by itself. */
  readonly limits: readonly string[]
  /** What it may be, where that is a list. */
  readonly choices: readonly string[]
  /** The name under which its fields are told elsewhere. */
  readonly shape: string | null
  readonly fields: readonly Field[]
}

export type Field = Meaning & {
  /** More than one where several have the same meaning. */
  readonly names: readonly string[]
  readonly isRequired: boolean
  readonly description: string | null
}

/** What a schema means; those with a name are told by it. */
export function meaningOf(schema: Schema): Meaning {
  const shape = nameOf(schema)
  if (shape !== null) return { kind: shape, limits: [], choices: [], shape, fields: [] }
  const variants = variantsOf(schema)
  if (variants) return meaningOfVariants(variants)
  const items = schemaAt(schema, 'items')
  if (items) {
    const each = meaningOf(items)
    return { ...each, kind: `list of ${each.kind}`, limits: [...listLimits(schema), ...each.limits] }
  }
  const choices = choicesOf(schema)
  return {
    kind: choices.length > 1 ? 'one of' : choices.length === 1 ? 'always' : kindOf(schema),
    limits: limitsOf(schema),
    choices,
    shape: null,
    fields: fieldsOf(schema),
  }
}

/** The fields of an object, those of one meaning together. */
export function fieldsOf(schema: Schema): readonly Field[] {
  const required = new Set(listAt(schema, 'required').map(String))
  const groups = new Map<string, { names: string[]; schema: Schema; isRequired: boolean }>()
  for (const [name, value] of Object.entries(schemaAt(schema, 'properties') ?? {})) {
    const field = asSchema(value) ?? {}
    const isRequired = required.has(name)
    const key =
      nameOf(field) === null && schemaAt(field, 'properties') ? JSON.stringify([field, isRequired]) : name
    const group = groups.get(key) ?? { names: [], schema: field, isRequired }
    group.names.push(name)
    groups.set(key, group)
  }
  const named = [...groups.values()].map(({ names, schema: field, isRequired }) => ({
    ...meaningOf(field),
    names,
    isRequired,
    description: textAt(field, 'description'),
  }))
  const rest = schemaAt(schema, 'additionalProperties')
  if (!rest) return named
  const keys = listAt(schemaAt(schema, 'propertyNames') ?? {}, 'enum').map(String)
  return [...named, { ...meaningOf(rest), names: keys, isRequired: false, description: null }]
}

export const shapeOf = (document: OpenapiDocument, name: string): readonly Field[] =>
  fieldsOf(document.components.schemas[name] ?? {})

/** The forms that a value may have, without null. */
const variantsOf = (schema: Schema): readonly Schema[] | undefined => {
  const forms = [...listAt(schema, 'anyOf'), ...listAt(schema, 'oneOf')].map((one) => asSchema(one) ?? {})
  return forms.length > 0 && !schemaAt(schema, 'properties') ? forms : undefined
}

function meaningOfVariants(variants: readonly Schema[]): Meaning {
  const isNull = (one: Schema) => one['type'] === 'null'
  const meanings = variants.filter((one) => !isNull(one)).map(meaningOf)
  const kind = [...new Set(meanings.map((one) => one.kind)), ...(variants.some(isNull) ? ['null'] : [])]
  const fields = new Map<string, Field>()
  for (const { fields: ones } of meanings)
    for (const one of ones) {
      const key = one.names.join()
      const isEverywhere = meanings.every((other) => other.fields.some((field) => field.names.join() === key))
      if (!fields.has(key)) fields.set(key, { ...one, isRequired: one.isRequired && isEverywhere })
    }
  return {
    kind: kind.join(' or '),
    limits: meanings.flatMap((one) => one.limits),
    choices: meanings.flatMap((one) => one.choices),
    shape: meanings.find((one) => one.shape !== null)?.shape ?? null,
    fields: [...fields.values()],
  }
}

const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'id (a UUID)',
  'date-time': 'moment in UTC (RFC 3339)',
  date: 'day',
  uri: 'web address',
  cursor: 'cursor',
  range: 'range',
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  object: 'object',
  null: 'null',
}

function kindOf(schema: Schema): string {
  const format = textAt(schema, 'format')
  const types = Array.isArray(schema['type'])
    ? schema['type'].map(String)
    : [String(schema['type'] ?? 'anything')]
  return types
    .map((type) => (type === 'string' && format !== null && FORMATS[format]) || TYPES[type] || type)
    .join(' or ')
}

const choicesOf = (schema: Schema): readonly string[] =>
  'const' in schema ? [String(schema['const'])] : listAt(schema, 'enum').map(String)

function limitsOf(schema: Schema): readonly string[] {
  const number = (key: string) => (typeof schema[key] === 'number' ? schema[key].toLocaleString('en') : null)
  const value = schema['default']
  return [
    range(number('minLength'), number('maxLength'), 'characters'),
    range(number('minimum'), number('maximum'), ''),
    value === undefined || value === '' ? null : `${value} unless told`,
  ].flatMap((one) => one ?? [])
}

const listLimits = (schema: Schema): readonly string[] => [
  ...(typeof schema['maxItems'] === 'number' ? [`at most ${schema['maxItems']}`] : []),
  ...(schema['uniqueItems'] === true ? ['each once'] : []),
]

function range(min: string | null, max: string | null, unit: string): string | null {
  if (min === null && max === null) return null
  const words = min === null ? `up to ${max}` : max === null ? `from ${min}` : `${min} to ${max}`
  return `${words} ${unit}`.trim()
}

const nameOf = (schema: Schema): string | null =>
  textAt(schema, '$ref')?.replace('#/components/schemas/', '') ?? null

const asSchema = (value: unknown): Schema | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined

const schemaAt = (schema: Schema, key: string): Schema | undefined => asSchema(schema[key])

const listAt = (schema: Schema, key: string): readonly unknown[] => {
  const value: unknown = schema[key]
  return Array.isArray(value) ? value : []
}

const textAt = (schema: Schema, key: string): string | null => {
  const value = schema[key]
  return typeof value === 'string' ? value : null
}
