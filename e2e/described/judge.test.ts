import { expect, test } from 'vitest'
import { openapi } from '../../lib/http/openapi'
import { validatorOf } from '../../lib/http/testing/openapi-schemas'
import { documentSchema, operationsOf } from '../../lib/reference/openapi-document'
import { allCases, type Case, type Expected } from './cases'
import { contradictionOf } from './judge'
import type { Answer } from './lane'

const document = documentSchema.parse(JSON.parse(JSON.stringify(openapi('https://fullscore.example'))))
const validator = validatorOf(document)
const operations = operationsOf(document)
const cases = allCases(document, validator)

const plain = (id: string, expected: Expected): Case => {
  const found = cases.find(({ operation, what }) => operation.id === id && what === 'plain')
  if (!found) throw new Error(`no case of ${id}`)
  return { ...found, expected }
}

/** An answer exactly as the document tells it. */
function asDescribed({ operation }: Case, status: number): Answer {
  const { headers = {}, content = {} } = operation.responses[String(status)] ?? {}
  const [one] = Object.entries(content)
  const type = one?.[0] ?? null
  const all = Object.fromEntries(Object.keys(headers).map((name) => [name, 'x']))
  return { status, type, headers: new Headers(all), text: one ? JSON.stringify(one[1].example) : '' }
}

const without = ({ headers, ...rest }: Answer, name: string): Answer => {
  const fewer = new Headers(headers)
  fewer.delete(name)
  return { ...rest, headers: fewer }
}

test('an answer as the document tells it contradicts nothing', () => {
  for (const { id, responses } of operations)
    for (const status of Object.keys(responses)
      .map(Number)
      .filter((one) => one < 500)) {
      const one = plain(id, status < 400 ? 'taken' : [status])
      expect(contradictionOf(one, asDescribed(one, status), validator), `${id} ${status}`).toBeUndefined()
    }
})

test.each<[string, string, Expected, number, (told: Answer) => Answer, RegExp]>([
  ['a failure of ours', 'getAgent', 'taken', 500, (told) => told, /answers 500/],
  ['a status that is not named', 'score', 'open', 200, (told) => ({ ...told, status: 418 }), /418, which/],
  ['a refusal of what is allowed', 'saveAgent', 'taken', 422, (told) => told, /what the document allows/],
  ['what is not allowed, taken', 'listAgents', [422], 200, (told) => told, /does not allow/],
  ['a refusal for another reason', 'saveAgent', [422], 404, (told) => told, /404 and not with 422/],
  ['another type', 'getAgent', 'taken', 200, (told) => ({ ...told, type: 'text/html' }), /as text\/html/],
  ['no JSON', 'getAgent', 'taken', 200, (told) => ({ ...told, text: '{' }), /no JSON/],
  [
    'a field that is missing',
    'getAgent',
    'taken',
    200,
    (told) => ({ ...told, text: told.text.replace('"slug"', '"snail"') }),
    /not described/,
  ],
  [
    'a field too many',
    'listAgents',
    'taken',
    200,
    (told) => ({ ...told, text: told.text.replace('{"id"', '{"createdBy":"x","id"') }),
    /not described: \/items\/0 must NOT have/,
  ],
  [
    'a value of another kind',
    'listShares',
    'taken',
    200,
    (told) => ({ ...told, text: told.text.replace('"views":12', '"views":"12"') }),
    /\/views must be integer/,
  ],
  ['a body where there is none', 'deleteAgent', 'taken', 204, (told) => ({ ...told, text: '{}' }), /a body/],
  ['a version that is not said', 'saveAgent', 'taken', 200, (told) => without(told, 'etag'), /header ETag/],
  ['methods that are not said', 'score', [405], 405, (told) => without(told, 'allow'), /header Allow/],
  [
    'limits that are not said',
    'createAgent',
    'taken',
    201,
    (told) => without(told, 'ratelimit'),
    /RateLimit/,
  ],
])('%s is seen', (_what, id, expected, status, change, sentence) => {
  const one = plain(id, expected)
  expect(contradictionOf(one, change(asDescribed(one, status)), validator)).toMatch(sentence)
})

test('every operation is asked for what it takes and for what it refuses, thousands of times together', () => {
  expect(cases.length).toBeGreaterThan(5_000)
  for (const { id } of operations) {
    const expected = cases.filter(({ operation }) => operation.id === id).map((one) => one.expected)
    expect(expected, id).toContain('taken')
    expect(expected.filter((one) => typeof one !== 'string').length, id).toBeGreaterThan(1)
  }
})
