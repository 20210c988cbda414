import type { Schema } from '../../lib/reference/openapi-document'

/** A value to try. Of an odd one the document cannot say whether it is accepted, such as a number with many decimals. */
export type Candidate = { readonly value: unknown; readonly isOdd?: true }

/** Where a value is put: the keys that lead to it. */
export type Place = readonly (string | number)[]

/** Values for a schema: ordinary ones, those on its boundaries and just beyond, and those that are something else. */
export function candidatesFor(schema: Schema): readonly Candidate[] {
  return [...ofType(schema), ...OTHER_THINGS]
}

const OTHER_THINGS: readonly Candidate[] = [null, true, -1, 'x'.repeat(40_000), [], [[]], {}, { a: 1 }].map(
  (value) => ({ value }),
)

/** What breaks programs that read texts: each stands inside of a text, where no trimming hides it. */
const HOSTILE = [
  'a\u0000b',
  'a\u0008b',
  'a\u001fb',
  'a\ud800b',
  'a\udc00b',
  'a\u202eb',
  'a\u2066b',
  'a\rb',
  'a\nb',
  '__proto__',
  'constructor',
  "a'; DROP TABLE agents; --",
  '{{7*7}}<%= 7*7 %>',
]

function ofType(schema: Schema): readonly Candidate[] {
  if ('const' in schema) return [{ value: schema['const'] }, { value: 2 }, { value: '1' }]
  if (Array.isArray(schema['enum'])) return ofEnum(schema['enum'])
  switch (schema['type']) {
    case 'integer':
      return ofInteger(schema)
    case 'number':
      return ofNumber(schema)
    case 'array':
      return ofArray(schema)
    case 'object':
      return ofObject(schema)
    default:
      return ofText(schema)
  }
}

const ofEnum = (members: readonly unknown[]): readonly Candidate[] => [
  ...members.map((value) => ({ value })),
  ...['', `${members[0]} `, `${members[0]}`.toUpperCase(), 'constructor', 'a\u0000b'].map((value) => ({
    value,
  })),
]

function ofInteger(schema: Schema): readonly Candidate[] {
  const [min, max] = [numberAt(schema, 'minimum', 0), numberAt(schema, 'maximum', 2 ** 31)]
  return [
    min,
    min + 1,
    max,
    min - 1,
    max + 1,
    1.5,
    2 ** 53,
    -(2 ** 53),
    1e300,
    '',
    '1e1',
    '01',
    '+1',
    ' 1',
  ].map((value) => ({ value }))
}

function ofNumber(schema: Schema): readonly Candidate[] {
  const [min, max] = [numberAt(schema, 'minimum', 0), numberAt(schema, 'maximum', 1)]
  const plain = [min, max, tenth(min + 0.1), tenth(max - 0.1), tenth((min + max) / 2)]
  const beyond = [min - 0.1, max + 0.1, 1e300, -1e300, '1', '']
  return [
    ...[...plain, ...beyond].map((value) => ({ value })),
    { value: min + 0.0123, isOdd: true },
    { value: 0.1 + 0.2 + min, isOdd: true },
  ]
}

/** What only the server can read: which of them are good, a schema does not say. */
export const isOpaque = (schema: Schema): boolean =>
  schema['format'] === 'cursor' || schema['format'] === 'range'

function ofText(schema: Schema): readonly Candidate[] {
  const examples = Array.isArray(schema['examples']) ? schema['examples'] : []
  const odd: readonly Candidate[] = ODD[String(schema['format'])] ?? []
  // What the pattern says beyond the characters, nobody can make up.
  const isFree = schema['format'] === undefined && !/^\^(?!\(\?=|\[)/.test(String(schema['pattern'] ?? ''))
  const texts = [...(isFree ? lengthsOf(schema) : []), ...formed(schema), ...examples, '', ...HOSTILE]
  const isUnsaid = !isFree || isOpaque(schema)
  return [
    ...texts.map((value) =>
      isUnsaid && !examples.includes(value) && !formed(schema).includes(value)
        ? { value, isOdd: true as const }
        : { value },
    ),
    ...odd,
  ]
}

const ODD: Readonly<Record<string, readonly Candidate[]>> = {
  'date-time': [{ value: '2001-01-01T00:00:00Z', isOdd: true }],
  uri: [{ value: 'https://[', isOdd: true }],
}

/** Texts as long as they may be, one longer, and as short: lengths count characters, of which some take two units. */
function lengthsOf(schema: Schema): readonly string[] {
  const [min, max] = [numberAt(schema, 'minLength', 0), numberAt(schema, 'maxLength', 100)]
  const of = (length: number, character: string) => character.repeat(Math.max(0, length))
  return [
    ...[min, min + 1, max, max - 1, max + 1, min - 1].map((length) => of(length, 'a')),
    of(max, '😀'),
    of(max + 1, '😀'),
    of(max, 'é'),
    `${of(max - 2, 'e')}e\u0301`,
    'Ordinary words',
  ]
}

function formed(schema: Schema): readonly string[] {
  const max = numberAt(schema, 'maxLength', 2_000)
  switch (schema['format']) {
    case 'uri': {
      const start = 'https://example.org/'
      return [
        start,
        'http://example.org',
        start + 'a'.repeat(max - start.length),
        start + 'a'.repeat(max - start.length + 1),
        'https://user:secret@example.org/',
        'javascript:alert(1)',
        'https://example.org/a b',
        'https://',
      ]
    }
    case 'date-time':
      return [
        '2099-01-01T00:00:00Z',
        '9998-12-31T23:59:59.999Z',
        '2099-02-30T00:00:00Z',
        '2099-01-01',
        'tomorrow',
      ]
    case 'date':
      return ['2000-01-01', '2199-12-31', '1999-12-31', '2200-01-01', '2026-02-30', '20261120']
    case 'uuid':
      return ['00000000-0000-4000-8000-000000000000', '00000000-0000-4000-8000-00000000000', 'not-an-id']
    default:
      return []
  }
}

function ofArray(schema: Schema): readonly Candidate[] {
  const item = ordinary(childOf(schema, 'items'))
  const max = numberAt(schema, 'maxItems', 10)
  const list = (length: number) =>
    Array.from({ length }, (_, index) => (typeof item === 'string' ? `${item} ${index}` : item))
  return [[], list(1), list(max), list(max + 1), [...list(1), ...list(1)], Array(6_000).fill(item)].map(
    (value) => ({
      value,
    }),
  )
}

function ofObject(schema: Schema): readonly Candidate[] {
  const whole = ordinary(schema)
  const deep = Array.from({ length: 40 }).reduce<unknown>((inner) => ({ inner }), 1)
  const hidden = Object.defineProperty({ ...Object(whole) }, '__proto__', {
    value: { a: 1 },
    enumerable: true,
  })
  return [{ ...Object(whole), surprise: 1 }, { ...Object(whole), constructor: 1 }, hidden, deep].map(
    (value) => ({ value }),
  )
}

/** A plain value of a schema, as small as it may be. */
export function ordinary(schema: Schema): unknown {
  if (schema['type'] !== 'object') {
    const [first] = ofType(schema)
    return schema['type'] === 'string' && !('enum' in schema) ? textOf(schema) : first?.value
  }
  const properties = Object.entries(childrenOf(schema))
  const required = Array.isArray(schema['required']) ? schema['required'] : []
  return Object.fromEntries(
    properties.filter(([name]) => required.includes(name)).map(([name, child]) => [name, ordinary(child)]),
  )
}

const textOf = (schema: Schema): string => formed(schema)[0] ?? 'Ordinary words'

/** Every place inside of a schema, with what may stand there. */
export function placesOf(schema: Schema, place: Place = []): readonly (readonly [Place, Schema])[] {
  const inner = Object.entries(childrenOf(schema)).flatMap(([name, child]) =>
    placesOf(child, [...place, name]),
  )
  const items = schema['type'] === 'array' ? placesOf(childOf(schema, 'items'), [...place, 0]) : []
  return [[place, schema], ...inner, ...items]
}

/** The same value with another at a place; what leads there is made where it is missing. */
export function put(whole: unknown, place: Place, value: unknown): unknown {
  const [key, ...rest] = place
  if (key === undefined) return value
  if (typeof key === 'number') return [put(Array.isArray(whole) ? whole[key] : undefined, rest, value)]
  const object = typeof whole === 'object' && whole !== null ? Object.fromEntries(Object.entries(whole)) : {}
  return { ...object, [key]: put(object[key], rest, value) }
}

export function without(whole: unknown, place: Place): unknown {
  const [key, ...rest] = place
  const { [String(key)]: inner, ...others } = Object(whole)
  return rest.length === 0 ? others : { ...others, [String(key)]: without(inner, rest) }
}

const childrenOf = (schema: Schema): Readonly<Record<string, Schema>> => Object(schema['properties'] ?? {})
const childOf = (schema: Schema, key: string): Schema => Object(schema[key] ?? {})
const numberAt = (schema: Schema, key: string, otherwise: number): number =>
  typeof schema[key] === 'number' ? schema[key] : otherwise
const tenth = (value: number): number => Math.round(value * 10) / 10
