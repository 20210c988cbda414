import { expect, test } from 'vitest'
import { openapi } from '@/lib/http/openapi'
import { referenceOf } from '@/lib/reference/reference'

const document = openapi('https://fullscore.example')
const { groups, shapes, problems, common } = referenceOf(document)
const entries = groups.flatMap(({ operations }) => operations)
const entry = (id: string) => entries.find((one) => one.id === id)

test('every operation, shape and problem of the document is told', () => {
  expect(entries).toHaveLength(
    Object.values(Object(document['paths'])).flatMap((one) => Object.keys(Object(one))).length,
  )
  const { schemas, responses } = Object(document['components'])
  expect(shapes.map(({ name }) => name)).toEqual(Object.keys(schemas))
  expect(problems.map(({ status }) => `Problem${status}`)).toEqual(Object.keys(responses))
})

test('a problem that every operation may answer is told once, every other where it is answered', () => {
  expect(common).toEqual(expect.arrayContaining(['400', '422', '503']))
  const paths: Record<string, Record<string, { operationId: string; responses: object }>> = Object(
    document['paths'],
  )
  for (const { operationId, responses } of Object.values(paths).flatMap((one) => Object.values(one))) {
    const refusals = Object.keys(responses).filter((status) => status >= '4')
    expect([...common, ...(entry(operationId)?.problems ?? [])].toSorted(), operationId).toEqual(
      refusals.toSorted(),
    )
  }
})

test('a body that may be left out is told so', () => {
  expect(entry('publishAgent')?.isBodyRequired).toBe(false)
  expect(entry('createAgent')?.isBodyRequired).toBe(true)
})

test('a field is told with what it is, what bounds it and what is inside, and equal ones together', () => {
  const draft = shapes.find(({ name }) => name === 'Draft')?.fields ?? []
  const field = (name: string) => draft.find(({ names }) => names.includes(name))
  expect(field('formula')).toMatchObject({
    kind: 'one of',
    choices: ['aivss-0.8', 'aivss-1.0-floor', 'aivss-0.5'],
    isRequired: true,
  })
  expect(field('summary')).toMatchObject({
    kind: 'text',
    limits: ['up to 1,000 characters'],
    isRequired: false,
  })
  expect(field('tags')).toMatchObject({
    kind: 'list of text',
    limits: ['at most 20', 'each once', 'up to 40 characters'],
  })
  expect(field('factors')?.fields.map(({ names }) => names.length)).toEqual([11])
  expect(field('layers')?.fields[0]?.names).toEqual(['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7'])
})

test('a command sends what its operation asks for and keeps what the next ones need', () => {
  expect(entry('live')?.curl).toBe('curl -sS "$FULLSCORE_URL/api/health/live"')
  expect(entry('saveAgent')?.curl).toContain('curl -sS -X PUT "$FULLSCORE_URL/api/v1/agents/$AGENT_ID" \\\n')
  expect(entry('saveAgent')?.curl).toContain('-H "If-Match: $ETAG"')
  expect(entry('getRevision')?.curl).toContain('/agents/$AGENT_ID/revisions/1"')
  expect(entry('createShare')?.curl).toMatch(/tee share\.json\nSHARE_ID=/)
  expect(entry('getAgent')?.curl).toMatch(/\nETAG=/)
})

test('what is typed into a command is quoted for a shell', () => {
  const example = { cvss: { base: 9.1 }, note: "it's" }
  const changed = JSON.parse(JSON.stringify(document))
  changed.paths['/api/v1/score'].post.requestBody.content['application/json'].example = example
  const [score] = referenceOf(changed).groups.flatMap(({ operations }) => operations)
  expect(score?.curl).toContain(`"note": "it'\\''s"`)
})
