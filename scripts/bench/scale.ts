import { AsyncLocalStorage } from 'node:async_hooks'
import { rmSync } from 'node:fs'
import { AGENTS_MAX } from '@/lib/compare/compared-agent'
import { createDatabase, type Database, PATIENT } from '@/lib/db/client'
import { openReplayer, type Replayer, type Statement, statementsOf } from '@/lib/db/statements'
import { tidy } from '@/lib/db/tidy'
import { readEnv } from '@/lib/env'
import { type Fill, fill } from '@/lib/generator/fill'
import { chooseTarget } from '@/lib/generator/workspace'
import { type RunningUrls, runningDatabase } from '@/lib/postgres/running'
import { runClosers } from '@/lib/registry'
import { register } from '@/lib/server/register'
import type { Cleanups } from '@/lib/server/stop'
import type { DatabaseCost } from '@/scripts/bench/database-cost'
import { type Desk, openDesk } from '@/scripts/bench/desk'
import { timeAnswer } from '@/scripts/bench/requests'
import { type ScalePage, type Six, scalePages } from '@/scripts/bench/scale-pages'
import type { Made, Scaled } from '@/scripts/bench/scale-table'

const DATA = '.build/bench-scale-data'
/** How many ask at the same time, and how often each of them. */
const CROWDS = [
  { users: 1, requests: 100 },
  { users: 20, requests: 5 },
] as const
const WARM_UP = 2
/** As many connections as the app has. */
const CONNECTIONS = 10

/** An app of its own, whose one workspace grows by the same plan from size to size. */
export type Ground = { readonly desk: Desk; readonly urls: RunningUrls; readonly plan: Omit<Fill, 'agents'> }

/** What was measured at a size, and how its agents came to be there. */
export type Sized = { readonly rows: readonly Scaled[]; readonly made: Made }

export async function openGround(cleanups: Cleanups): Promise<Ground> {
  cleanups.add(async () => rmSync(DATA, { recursive: true, force: true }))
  const desk = await openDesk(cleanups, DATA)
  const env = readEnv({ FULLSCORE_DATA: DATA }, process.cwd())
  if (!env.ok) throw new Error(env.error.join('\n'))
  const running = runningDatabase(env.value)
  if (!running.ok) throw new Error(running.error)
  register({ ...env.value, publicUrl: desk.url }, running.value.appUrl, new AsyncLocalStorage())
  cleanups.add(runClosers)
  const target = await chooseTarget(running.value.appUrl, 'bench')
  if (!target.ok) throw new Error(target.error)
  const { workspaceId, authors, byline } = target.value
  const until = new Date(new Date().toISOString().slice(0, 10))
  return {
    ...{ desk, urls: running.value },
    plan: { workspaceId, authors, byline, until, seed: 1, listed: 0.1 },
  }
}

/** Fills up to a size what is there already, and measures every page. */
export async function measureSize(
  ground: Ground,
  size: number,
  note: (text: string) => void,
): Promise<Sized> {
  const { urls, plan } = ground
  const { workspaceId } = plan
  const db = createDatabase(urls.appUrl, PATIENT)
  try {
    const agents = size - (await db.agentCard.count({ where: { workspaceId } }))
    const begun = performance.now()
    await fill(urls.appUrl, { ...plan, agents }, (made) => note(`${made} of ${agents} agents`))
    const made = { agents, seconds: (performance.now() - begun) / 1_000 }
    await tidy(urls.ownerUrl)
    return { made, rows: await measurePages(ground, size, await findSix(db, workspaceId), note) }
  } finally {
    await db.$disconnect()
  }
}

async function findSix(db: Database, workspaceId: string): Promise<Six> {
  const first = { take: AGENTS_MAX, orderBy: { slug: 'asc' }, select: { slug: true } } as const
  const listed = await db.listing.findMany({ ...first, where: { workspaceId } })
  const own = await db.agentCard.findMany({ ...first, where: { workspaceId, number: { not: null } } })
  return { listed: listed.map(({ slug }) => slug), own: own.map(({ slug }) => slug) }
}

async function measurePages(
  { desk, urls }: Ground,
  size: number,
  six: Six,
  note: (text: string) => void,
): Promise<readonly Scaled[]> {
  const cookie = desk.session.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const replayer = await openReplayer(urls.appUrl, CONNECTIONS)
  const scaled: Scaled[] = []
  try {
    for (const page of scalePages(cookie, six)) {
      // Once a minute a session is noted as seen, which is no part of a page.
      await page.ask()
      const statements = await statementsOf(page.ask)
      for (const { users, requests } of CROWDS) {
        note(`${page.what}, ${users === 1 ? 'one user' : `${users} users`}`)
        const measured = await measure(desk, cookie, page, { replayer, statements, users, requests })
        expectSame(page.what, statements.length, measured.costs)
        scaled.push({ what: page.what, agents: size, users, ...measured })
      }
    }
  } finally {
    await replayer.close()
  }
  return scaled
}

/** A page beside less than it asks for would look bad, and beside more it would look good. Once a minute one asks more. */
function expectSame(what: string, statements: number, costs: readonly DatabaseCost[]): void {
  const asked = Math.min(...costs.map(({ queries }) => queries))
  if (costs.length === 0 || asked === statements) return
  throw new Error(
    `The ${what} sends ${asked} statements and what it is measured beside ${statements}: correct scripts/bench/scale-pages.ts.`,
  )
}

type Crowd = {
  readonly replayer: Replayer
  readonly statements: readonly Statement[]
  readonly users: number
  readonly requests: number
}

/** The page and, in turns with it, its statements by the driver alone. */
async function measure(
  { url, costsOf }: Desk,
  cookie: string,
  { path }: ScalePage,
  { replayer, statements, users, requests }: Crowd,
) {
  const times: number[] = []
  const floor: number[] = []
  const ids: string[] = []
  let refused = 0
  const ask = async (counts: boolean) => {
    const { ms, requestId, isAnswered } = await timeAnswer(url + path, { headers: { cookie } })
    if (counts && !isAnswered) refused += 1
    if (!counts || !isAnswered) return
    times.push(ms)
    ids.push(requestId)
  }
  const together = (work: () => Promise<void>) => Promise.all(Array.from({ length: users }, work))
  for (let turn = -WARM_UP; turn < requests; turn += 1) {
    await together(async () => {
      const ms = await replayer.replay(statements)
      if (turn >= 0) floor.push(ms)
    })
    await together(() => ask(turn >= 0))
  }
  return { times, floor, refused, costs: await costsOf(ids) }
}
