import { expect, test } from 'vitest'
import { ENDPOINTS } from '@/lib/http/endpoints'
import { openapi } from '@/lib/http/openapi'
import { lintOpenapi } from '@/lib/http/testing/openapi-lint'

const document = JSON.parse(JSON.stringify(openapi('https://fullscore.example')))

/** The document with one thing in it changed. */
function changed(change: (copy: typeof document) => void): unknown {
  const copy = structuredClone(document)
  change(copy)
  return copy
}

test('the description is valid OpenAPI 3.1 and complete: every example is there and is what its schema says', () => {
  expect(lintOpenapi(document)).toEqual([])
})

test('every endpoint is described once', () => {
  const described = Object.values(document.paths).flatMap((methods) =>
    Object.values(Object(methods)).map((operation) => Object(operation).operationId),
  )
  expect(described.toSorted()).toEqual(ENDPOINTS.map(({ id }) => id).toSorted())
})

const score = (copy: typeof document) => copy.paths['/api/v1/score'].post
const save = (copy: typeof document) => copy.paths['/api/v1/agents/{id}'].put

test.each<[string, (copy: typeof document) => void, RegExp]>([
  ['an unknown field of OpenAPI', (copy) => (copy.surprise = 1), /must NOT have unevaluated properties/],
  ['no operationId', (copy) => delete score(copy).operationId, /has no operationId/],
  ['one operationId twice', (copy) => (score(copy).operationId = 'getAgent'), /getAgent is given twice/],
  ['no summary', (copy) => delete score(copy).summary, /score has no summary/],
  ['no tag', (copy) => (score(copy).tags = ['nonsense']), /score has no tag/],
  ['no word on tokens', (copy) => delete score(copy).security, /whether it asks for a token/],
  ['an unknown kind of token', (copy) => (score(copy).security = [{ cookie: [] }]), /unknown kind of token/],
  ['no success', (copy) => delete score(copy).responses['200'], /names no success/],
  ['an undeclared parameter', (copy) => (save(copy).parameters = []), /other parameters than its path/],
  [
    'a parameter without a description',
    (copy) => delete save(copy).parameters[0].description,
    /parameter without a description/,
  ],
  [
    'a parameter without an example',
    (copy) => delete save(copy).parameters[0].example,
    /saveAgent id has no example/,
  ],
  [
    'a body without an example',
    (copy) => delete score(copy).requestBody.content['application/json'].example,
    /no example of its body/,
  ],
  [
    'a wrong example',
    (copy) => (score(copy).requestBody.content['application/json'].example.cvss.base = 11),
    /score body has an example that it refuses/,
  ],
  [
    'an answer without an example',
    (copy) => delete score(copy).responses['200'].content['application/json'].example,
    /score 200 has no example/,
  ],
  [
    'a problem without an example',
    (copy) => delete copy.components.responses.Problem422.content['application/problem+json'].example,
    /score 422 has no example/,
  ],
  [
    'a body with any key',
    (copy) => delete copy.components.schemas.Draft.additionalProperties,
    /saveAgent takes a body with any key/,
  ],
  ['a reference to nothing', (copy) => delete copy.components.headers.RateLimit, /RateLimit is referred to/],
  [
    'a component that nobody uses',
    (copy) => (copy.components.schemas.Spare = {}),
    /Spare is there and nowhere/,
  ],
])('%s is found', (_what, change, fault) => {
  expect(lintOpenapi(changed(change)).join('\n')).toMatch(fault)
})
