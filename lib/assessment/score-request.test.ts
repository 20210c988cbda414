import { describe, expect, test } from 'vitest'
import { FACTOR_SETS, FACTORS, type FactorId } from '@/lib/aivss/factors'
import { score } from '@/lib/aivss/score'
import { issuesOf } from '@/lib/assessment/issues'
import { scoreRequestSchema, toScoreInput } from '@/lib/assessment/score-request'

const FACTOR_VALUES = {
  autonomy: 0.8,
  goalPlanning: 0.6,
  selfModification: 0,
  toolUse: 0.9,
  memory: 0.1,
  context: 0.4,
  identity: 0.5,
  multiAgent: 0.3,
  nonDeterminism: 0.5,
  opacity: 0.4,
}

const REQUEST = {
  formula: 'aivss-0.8',
  cvss: { base: 9.1 },
  threatMultiplier: 1.1,
  mitigationFactor: 1,
  factors: FACTOR_VALUES,
}

const VECTOR = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N'

const answerTo = (request: unknown) => score(toScoreInput(scoreRequestSchema.parse(request)))

const issues = (request: unknown) => {
  const parsed = scoreRequestSchema.safeParse(request)
  return parsed.success ? [] : issuesOf(parsed.error)
}

const pathsOf = (request: unknown) => issues(request).map((issue) => issue.path)

test('the documented request has the documented answer', () => {
  const answer = answerTo(REQUEST)
  expect(Object.keys(answer)).toEqual([
    'formula',
    'factorSet',
    'cvss',
    'factorSum',
    'aars',
    'score',
    'severity',
    'others',
    'notices',
    'steps',
    'vector',
  ])
  expect(answer).toMatchObject({
    formula: 'aivss-0.8',
    factorSet: 'goal-planning',
    cvss: { base: 9.1, asserted: true },
    factorSum: 4.5,
    aars: 0.4455,
    score: 9.5,
    severity: 'Critical',
    others: {
      'aivss-1.0-floor': { score: 9.5, severity: 'Critical' },
      'aivss-0.5': { score: 7.5, severity: 'High' },
    },
  })
  expect(answer.steps).toContainEqual({
    label: 'Agentic risk (AARS)',
    expression: '(10 − 9.1) × 4.5/10 × 1.1',
    value: 0.4455,
  })
})

test('what a request leaves out is the default of the papers: 0.8, T 0.97 and M 1', () => {
  const { cvss, factors } = REQUEST
  const given = answerTo({ cvss, factors, formula: 'aivss-0.8', threatMultiplier: 0.97, mitigationFactor: 1 })
  expect(answerTo({ cvss, factors })).toEqual(given)
})

test('a vector gives the base, its version and itself', () => {
  expect(answerTo({ ...REQUEST, cvss: { vector: VECTOR } }).cvss).toEqual({
    base: 9.3,
    asserted: false,
    vector: VECTOR,
    version: '4.0',
  })
})

test('language in place of goalPlanning is the other factor set', () => {
  const { goalPlanning, ...shared } = FACTOR_VALUES
  const answer = answerTo({ ...REQUEST, factors: { ...shared, language: goalPlanning } })
  expect(answer).toMatchObject({ factorSet: 'natural-language', factorSum: 4.5, score: 9.5 })
})

describe.each(FACTOR_SETS['goal-planning'].factors)('%s', (id: FactorId) => {
  test('is named when it is missing, by path and by name', () => {
    const factors: Record<string, unknown> = { ...FACTOR_VALUES }
    delete factors[id]
    const [issue, ...rest] = issues({ ...REQUEST, factors })
    expect(rest).toEqual([])
    expect(issue?.path).toBe(`factors.${id}`)
    expect(issue?.message).toContain(id === 'goalPlanning' ? 'language' : FACTORS[id].name)
  })

  test.each([
    1.01,
    -0.01,
    0.005,
    0.1 + 0.2,
    Number.NaN,
    Infinity,
    '0.5',
    null,
    true,
    {},
    [0.5],
    [],
    { value: 0.5 },
  ])('refuses %j', (value) => {
    const [issue, ...rest] = issues({ ...REQUEST, factors: { ...FACTOR_VALUES, [id]: value } })
    expect(rest).toEqual([])
    expect(issue?.path).toBe(`factors.${id}`)
    expect(issue?.message).toContain(`${FACTORS[id].name} is a number from 0 to 1 with at most two decimals`)
  })
})

test('every hundredth from 0 to 1 is taken as it is written', () => {
  for (let hundredths = 0; hundredths <= 100; hundredths += 1) {
    const written = JSON.parse((hundredths / 100).toFixed(2))
    const parsed = scoreRequestSchema.parse({ ...REQUEST, factors: { ...FACTOR_VALUES, autonomy: written } })
    expect(toScoreInput(parsed).factors.autonomy).toBe(hundredths)
  }
})

test('neither or both of goalPlanning and language is one message', () => {
  const { goalPlanning: _, ...shared } = FACTOR_VALUES
  expect(issues({ ...REQUEST, factors: shared })).toEqual([
    {
      path: 'factors.goalPlanning',
      message:
        'The tenth factor is missing; give goalPlanning (factor set goal-planning) or language (natural-language).',
    },
  ])
  expect(pathsOf({ ...REQUEST, factors: { ...FACTOR_VALUES, language: 0 } })).toEqual(['factors.language'])
})

test('under 0.5 a mitigation factor is refused with the reason, and the answer has none', () => {
  expect(issues({ ...REQUEST, formula: 'aivss-0.5' })).toEqual([
    {
      path: 'mitigationFactor',
      message: 'AIVSS 0.5 has no mitigation factor; remove it, or choose another formula.',
    },
  ])
  const { mitigationFactor: _, ...request } = REQUEST
  expect(answerTo({ ...request, formula: 'aivss-0.5' }).vector).not.toContain('/M:')
})

test.each([
  ['cvss', { cvss: {} }],
  ['cvss', { cvss: { base: 9.1, vector: VECTOR } }],
  ['cvss', { cvss: 9.1 }],
  ['cvss', { cvss: undefined }],
  ['cvss.base', { cvss: { base: 9.11 } }],
  ['cvss.base', { cvss: { base: 10.1 } }],
  ['cvss.base', { cvss: { base: -0.1 } }],
  ['cvss.base', { cvss: { base: '9.1' } }],
  ['cvss.vector', { cvss: { vector: `${VECTOR}/E:U` } }],
  ['cvss.vector', { cvss: { vector: 9 } }],
  ['cvss.rationale', { cvss: { base: 9.1, rationale: 'x' } }],
  ['threatMultiplier', { threatMultiplier: 0.49 }],
  ['threatMultiplier', { threatMultiplier: 1.51 }],
  ['threatMultiplier', { threatMultiplier: 0.975 }],
  ['threatMultiplier', { threatMultiplier: null }],
  ['threatMultiplier', { threatMultiplier: { value: 1 } }],
  ['mitigationFactor', { mitigationFactor: -0.01 }],
  ['mitigationFactor', { mitigationFactor: 1.01 }],
  ['formula', { formula: 'aivss-0.9' }],
  ['formula', { formula: ['aivss-0.8'] }],
  ['factors', { factors: null }],
  ['factors', { factors: [] }],
  ['factors', { factors: undefined }],
  ['score', { score: 9.5 }],
  ['factorSet', { factorSet: 'goal-planning' }],
  ['["a b"]', { 'a b': 1 }],
])('%s alone is named in %j', (path, change) => {
  expect(pathsOf({ ...REQUEST, ...change })).toEqual([path])
})

test.each([[[]], [null], ['x'], [1], [undefined]])('%j is not a request', (request) => {
  expect(pathsOf(request)).toEqual([''])
})

test('everything that is wrong is named in one answer, unknown keys one by one', () => {
  const body: unknown = JSON.parse(
    '{"__proto__":{"x":1},"constructor":1,"formula":"x","cvss":{"base":11,"y":1},"factors":{"autonomy":2,"zeal":1}}',
  )
  expect(pathsOf(body).toSorted()).toEqual(
    [
      '__proto__',
      'constructor',
      'cvss.base',
      'cvss.y',
      'factors.autonomy',
      'factors.context',
      'factors.goalPlanning',
      'factors.identity',
      'factors.memory',
      'factors.multiAgent',
      'factors.nonDeterminism',
      'factors.opacity',
      'factors.selfModification',
      'factors.toolUse',
      'factors.zeal',
      'formula',
    ].toSorted(),
  )
})

test('a body full of unknown keys is answered with a hundred problems, each of bounded length', () => {
  const body = Object.fromEntries(
    Array.from({ length: 5_000 }, (_, index) => [`${'k'.repeat(300)}${index}`, 1]),
  )
  const found = issues(body)
  expect(found).toHaveLength(100)
  expect(Math.max(...found.map(({ path, message }) => path.length + message.length))).toBeLessThan(300)
})
