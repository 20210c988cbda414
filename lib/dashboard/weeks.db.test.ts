import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { groundOn } from '@/lib/agents/testing/ground'
import { WORST_FIRST } from '@/lib/aivss/severity'
import { generator } from '@/lib/aivss/testing/random'
import { actAtRandom, createPast } from '@/lib/dashboard/testing/history'
import { listWeeks } from '@/lib/dashboard/weeks'
import { SERVERS } from '@/lib/db/testing/database'

const DAY_MS = 24 * 3_600_000

describe.each(SERVERS)('the weeks, on the %s Postgres', (which) => {
  const ground = groundOn(which)
  const random = generator(2_027)

  test('the weeks say what was shown when each of them ended', async () => {
    const own = ground.team
    const agents = await createPast(own, random, 16)
    const numbersSchema = z.array(
      z.object({ agentId: z.string(), formula: z.string(), severity: z.string(), publishedAt: z.date() }),
    )
    const all = numbersSchema.parse(
      await ground.opened.db.revision.findMany({
        where: { workspaceId: own.workspaceId },
        orderBy: { number: 'asc' },
      }),
    )
    // What happens now changes how it is now, and no week that is over.
    for (let act = 0; act < 10; act += 1) await actAtRandom(own, agents[0] ?? '', random)
    const weeks = await listWeeks(await own.as('viewer', 'agent.read'), 13)
    expect(weeks.length).toBeGreaterThan(1)
    for (const { formula, weeks: own } of weeks)
      for (const { until, isOver, severities } of own.slice(0, -1)) {
        expect([isOver, until.getUTCDay()]).toEqual([true, 0])
        const end = new Date(until.getTime() + DAY_MS)
        const shown = new Map(
          all.filter(({ publishedAt }) => publishedAt < end).map((row) => [row.agentId, row]),
        )
        const counted = WORST_FIRST.map((severity) => ({
          severity,
          agents: [...shown.values()].filter((row) => row.formula === formula && row.severity === severity)
            .length,
        }))
        expect(severities, `${formula} until ${until.toISOString()}`).toEqual(counted)
      }
  })
})
