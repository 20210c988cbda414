import { validatorOf } from '../lib/http/testing/openapi-schemas'
import { operationsOf } from '../lib/reference/openapi-document'
import { allCases, type Case } from './described/cases'
import { contradictionOf } from './described/judge'
import { Lane } from './described/lane'
import { freshAddress } from './fixtures'
import { expect, test } from './people'
import { createToken } from './tokens'

const LANES = 6
const TOKENS_EACH = 4

test('no answer contradicts the description, whatever is sent that follows from it', async ({
  owner,
  act,
  baseURL,
}) => {
  test.setTimeout(600_000)
  const url = baseURL ?? ''
  const document = await Lane.readDocument(url)
  const validator = validatorOf(document)
  const operations = operationsOf(document)
  const cases = allCases(document, validator)
  const api = await act(owner)
  const tokens: string[] = []
  for (let count = 0; count < LANES * TOKENS_EACH; count += 1)
    tokens.push((await createToken(api, owner.workspace, ['read', 'write', 'audit'])).token)
  const found: string[] = []
  const statuses = new Map<number, number>()
  const work = async (lane: number) => {
    const hands = new Lane(
      url,
      tokens.filter((_, index) => index % LANES === lane),
      freshAddress(),
      document,
    )
    for (const one of cases.filter((_, index) => index % LANES === lane)) {
      const answer = await hands.send(one)
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      const fault = contradictionOf(one, answer, validator)
      if (fault) found.push(`${nameOf(one)}: ${fault}\n  ${answer.text.slice(0, 300)}`)
    }
  }
  await Promise.all(Array.from({ length: LANES }, (_, lane) => work(lane)))
  console.log(
    `${cases.length} cases of ${operations.length} operations, ${found.length} contradictions;`,
    [...statuses]
      .toSorted(([one], [other]) => one - other)
      .map(([status, count]) => `${status}: ${count}`)
      .join(', '),
  )
  expect(found).toEqual([])
  expect(cases.length).toBeGreaterThan(5_000)
  for (const { id } of operations)
    expect(cases.filter((one) => one.operation.id === id).length, id).toBeGreaterThan(2)
  // A limit that is reached hides what stands behind it.
  expect(statuses.get(429) ?? 0).toBeLessThan(cases.length / 100)
})

const nameOf = ({ operation: { method, path }, what, query, expected }: Case): string =>
  `${method} ${path} ${query}, ${what} (${expected})`
