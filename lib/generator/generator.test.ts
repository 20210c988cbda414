import { describe, expect, test } from 'vitest'
import { documentSchema, draftSchema } from '@/lib/assessment/document'
import type { Row } from '@/lib/db/row'
import { type Fill, rowsOfAgent } from '@/lib/generator/fill'
import { createLife } from '@/lib/generator/life'
import { type Rows, rowsOf, TABLES } from '@/lib/generator/rows'
import { giver } from '@/lib/generator/slugs'

const PLAN: Fill = {
  workspaceId: '00000000-0000-4000-8000-00000000000a',
  agents: 1_000,
  seed: 1,
  listed: 0.1,
  until: new Date('2026-11-01T00:00:00Z'),
  authors: ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'],
  byline: 'The generator',
}
const lives = Array.from({ length: PLAN.agents }, (_, number) => createLife(PLAN, number))
const share = (isCounted: (life: (typeof lives)[number]) => boolean): number =>
  lives.filter(isCounted).length / lives.length

test('every text is one that the product would take, unchanged', () => {
  for (const { draft, revisions } of lives) {
    expect(draftSchema.parse(draft.document)).toEqual(draft.document)
    for (const { document } of revisions) expect(documentSchema.parse(document)).toEqual(document)
  }
})

/** The first rows of a plan, as they are sent to the database that holds nothing yet. */
function rowsUnder(plan: Fill): readonly Rows[] {
  const slugs = { inWorkspace: giver([]), inLibrary: giver([]) }
  return Array.from({ length: 200 }, (_, number) => rowsOfAgent(plan, slugs, number))
}

const AUTHOR_COLUMNS = ['updated_by', 'published_by', 'actor_kind', 'actor_id']
const withoutAuthors = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !AUTHOR_COLUMNS.includes(name)))

describe('the same seed says the same', () => {
  const rows = rowsUnder(PLAN)

  test('in every column of every row, addresses and ids among them', () => {
    expect(TABLES.every((table) => rows.some((one) => one[table].length > 0))).toBe(true)
    expect(JSON.stringify(rowsUnder({ ...PLAN }))).toBe(JSON.stringify(rows))
  })

  test.each([
    ['nobody', []],
    ['one person', PLAN.authors.slice(0, 1)],
    ['four people', [...PLAN.authors, ...PLAN.authors.map((id) => id.replace('-8000-', '-9000-'))]],
  ])('besides its authors, also where the members are %s', (_, authors) => {
    const others = rowsUnder({ ...PLAN, authors })
    for (const table of TABLES)
      expect(others.map((one) => one[table].map(withoutAuthors))).toEqual(
        rows.map((one) => one[table].map(withoutAuthors)),
      )
  })
})

test('no two agents share the id of a row, although they were made and published in the same milliseconds', () => {
  const [one] = lives.filter(({ revisions }) => revisions.length === 2)
  if (!one) throw new Error('Nothing was published twice')
  const ids = lives.slice(0, 50).flatMap(({ agentId }) => {
    const place = { workspaceId: PLAN.workspaceId, slug: '', publicSlug: '', auditedSince: new Date(0) }
    const { movements, audit_events } = rowsOf({ ...one, agentId }, place)
    return [...movements, ...audit_events].map(({ id }) => id?.value)
  })
  expect(ids.length).toBeGreaterThanOrEqual(50 * 5)
  expect(new Set(ids).size).toBe(ids.length)
})

test('another seed says something else', () => {
  const others = Array.from({ length: 50 }, (_, number) => createLife({ ...PLAN, seed: 2 }, number))
  for (const [index, other] of others.entries()) {
    expect(other.agentId).not.toBe(lives[index]?.agentId)
    expect(other.draft.document.summary).not.toBe(lives[index]?.draft.document.summary ?? '')
  }
})

test('what happened to an agent happened one after the other, and before the end', () => {
  for (const { createdAt, draft, revisions } of lives) {
    const moments = [createdAt, ...revisions.map(({ publishedAt }) => publishedAt), draft.updatedAt]
    const times = moments.map((at) => at.getTime())
    expect(times).toEqual(times.toSorted((one, other) => one - other))
    expect(draft.updatedAt < PLAN.until).toBe(true)
    for (const { withdrawnAt } of revisions) expect((withdrawnAt ?? createdAt) < PLAN.until).toBe(true)
  }
})

describe('a thousand of them are as different as agents are', () => {
  test.each([
    ['in the library', 0.1, share(({ visibility }) => visibility === 'listed')],
    ['under the headline formula', 0.8, share(({ draft }) => draft.document.formula === 'aivss-0.8')],
    ['never published', 0.15, share(({ revisions }) => revisions.length === 0)],
    ['with a withdrawn revision', 0.04, share((life) => life.revisions.some((one) => one.withdrawnAt))],
    ['with four revisions', 0.08, share(({ revisions }) => revisions.length === 4)],
    [
      'saying more than is published',
      0.13,
      share(
        ({ draft: { version, publishedVersion } }) => publishedVersion !== null && publishedVersion < version,
      ),
    ],
  ])('%s: about %d', (_, wanted, found) => {
    expect(Math.abs(found - wanted)).toBeLessThan(0.04)
  })

  const ratings = (id: 'autonomy' | 'toolUse' | 'selfModification') =>
    lives.map(({ draft }) => draft.document.factors?.[id]?.value ?? 0)

  test('a factor takes many values, and those that belong together rise together', () => {
    expect(new Set(ratings('autonomy')).size).toBeGreaterThan(20)
    expect(correlation(ratings('autonomy'), ratings('toolUse'))).toBeGreaterThan(0.25)
  })

  test('words have a long tail: half of them stand in few documents, a few in nearly all', () => {
    const counts = new Map<string, number>()
    for (const { draft } of lives)
      for (const word of new Set(
        JSON.stringify(draft.document.layers)
          .toLowerCase()
          .match(/[a-z]+/g),
      ))
        counts.set(word, (counts.get(word) ?? 0) + 1)
    const shares = [...counts.values()].map((count) => count / lives.length)
    expect(counts.size).toBeGreaterThan(1_750)
    expect(shares.filter((part) => part < 0.02).length).toBeGreaterThan(counts.size / 2)
    expect(shares.filter((part) => part > 0.5).length).toBeGreaterThan(10)
  })
})

test('addresses are given once, whatever is taken already', () => {
  const give = giver(['oslo-agent-2'])
  expect([1, 2, 3].map(() => give('Oslo Agent'))).toEqual(['oslo-agent', 'oslo-agent-3', 'oslo-agent-4'])
})

function correlation(one: readonly number[], other: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [middle, otherMiddle] = [mean(one), mean(other)]
  const together = one.map((value, index) => (value - middle) * ((other[index] ?? 0) - otherMiddle))
  const spread = (values: readonly number[], around: number) =>
    Math.sqrt(mean(values.map((value) => (value - around) ** 2)))
  return mean(together) / (spread(one, middle) * spread(other, otherMiddle))
}
