import { describe, expect, test } from 'vitest'
import { type Scaled, scaleReportOf } from '@/scripts/bench/scale-table'

const PAGES = ['filtered list', 'search', 'dashboard']

/** A page that always takes the same; of 20 requests one takes ten times as long. */
function row(wanted: Partial<Scaled> & { readonly ms: number }): Scaled {
  const { ms, ...rest } = wanted
  const times = Array.from({ length: 20 }, (_, place) => (place === 0 ? 10 * ms : ms))
  return {
    ...{ what: 'search', agents: 1_000, users: 1, times, floor: [2], refused: 0 },
    costs: times.map((time) => ({ queries: 7, dbMs: time / 2 })),
    ...rest,
  }
}

const rows = [1_000, 100_000].flatMap((agents) =>
  [1, 20].flatMap((users) =>
    PAGES.map((what) =>
      row({ what, agents, users, ms: agents === 1_000 ? 20 * users : users === 1 ? 40 : 1_200 }),
    ),
  ),
)
const report = (measured: readonly Scaled[] = rows) =>
  scaleReportOf(measured, [{ agents: 99_000, seconds: 90 }]).map((line) =>
    line.trim().replace(/ {2,}/g, ' | '),
  )

describe('the report of the sizes', () => {
  test('tells of each page what it took, what it waited, and how often the bare driver that is', () => {
    expect(report()).toContain('1,000 | 1 | search | 20.0 | 20.0 | 7 | 10.0 | 10.0 | 2.0 | 2.0 | 10.0×')
  })

  test('says what the figures are, and how many agents were made in a second', () => {
    expect(report().join('\n')).toMatch(/waited: .*\n.*one after the other on one connection/)
    expect(report()).toContain('99,000 agents were generated in 90.0 s: 1,100 a second.')
  })

  test('tells how pages grow, for one user and for twenty', () => {
    const lines = report()
    for (const [users, grown] of [
      ['one user', '2.0×'],
      ['20 users', '3.0×'],
    ]) {
      const title = lines.indexOf(`How it grows with the agents, ${users}, by p50:`)
      expect(lines.slice(title + 1, title + 4)).toEqual([
        '100k/1k',
        `filtered list | ${grown}`,
        `waited for the database | ${grown}`,
      ])
    }
    expect(report(rows.filter(({ agents }) => agents === 1_000))).toContain('There was one size only.')
  })

  test('says of each page whether it holds what is required', () => {
    const verdicts = report().filter((line) => /^(not )?held: /.test(line))
    expect(verdicts).toHaveLength(2 * PAGES.length)
    expect(verdicts[0]).toBe(
      'held: At 100,000 agents the filtered list takes at most 2.5 times as long as at 1,000 (2.00 times).',
    )
    const slow = rows.map((one) =>
      one.what === 'search' && one.agents === 100_000
        ? row({ ...one, ms: 51, times: [51], costs: [{ queries: 1, dbMs: 26 }] })
        : one,
    )
    expect(report(slow).filter((line) => line.startsWith('not held'))).toEqual([
      'not held: At 100,000 agents the search takes at most 2.5 times as long as at 1,000 (2.55 times).',
      'not held: and waits at most 25 ms for the database, 19 times in 20 (26.0 ms).',
    ])
  })

  test('claims nothing of sizes that were not measured, and of a page that is missing at one neither', () => {
    expect(report(rows.filter(({ agents }) => agents === 1_000)).at(-1)).toBe(
      'What is required is told where 1,000 and 100,000 agents were measured.',
    )
    const missing = rows.filter(({ what, agents }) => what !== 'dashboard' || agents === 1_000)
    expect(() => report(missing)).toThrow('the dashboard was not measured with 1 users at 100000 agents')
  })

  test('names those that were refused', () => {
    expect(report([row({ ms: 20, users: 20, refused: 3 })])).toContain(
      '1,000 | 20 | search | 20.0 | 20.0 | 3 | 7 | 10.0 | 10.0 | 2.0 | 2.0 | 10.0×',
    )
  })
})
