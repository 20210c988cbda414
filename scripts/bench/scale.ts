import { AsyncLocalStorage } from 'node:async_hooks'
import { rmSync } from 'node:fs'
import { createDatabase, PATIENT } from '@/lib/db/client'
import { openReplayer, type Replayer, type Statement, statementsOf } from '@/lib/db/statements'
import { tidy } from '@/lib/db/tidy'
import { readEnv } from '@/lib/env'
import { fill } from '@/lib/generator/fill'
import { chooseTarget } from '@/lib/generator/workspace'
import { type RunningUrls, runningDatabase } from '@/lib/postgres/running'
import { runClosers } from '@/lib/registry'
import { register } from '@/lib/server/register'
import type { Cleanups } from '@/lib/server/stop'
import { type Desk, openDesk } from '@/scripts/bench/desk'
import { timeAnswer } from '@/scripts/bench/requests'
import { type ScalePage, scalePages } from '@/scripts/bench/scale-pages'
import type { Scaled } from '@/scripts/bench/scale-table'

const DATA = '.build/bench-scale-data'
export const SIZES = [1_000, 10_000, 100_000] as const
export const MILLION = 1_000_000

/** How many ask at the same time, and how often each of them. */
const CROWDS = [
  { users: 1, requests: 30 },
  { users: 20, requests: 5 },
] as const
const WARM_UP = 2
/** As many connections as the app has. */
const CONNECTIONS = 10

/** An app of its own, whose one workspace grows. */
export type Ground = { readonly desk: Desk; readonly urls: RunningUrls; readonly workspaceId: string }

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
  return { desk, urls: running.value, workspaceId: target.value.workspaceId }
}

/** Fills up to a size what is there already, and measures every page. */
export async function measureSize(
  ground: Ground,
  size: number,
  note: (text: string) => void,
): Promise<readonly Scaled[]> {
  const { urls, workspaceId } = ground
  const db = createDatabase(urls.appUrl, PATIENT)
  try {
    const agents = size - (await db.agentCard.count({ where: { workspaceId } }))
    const plan = { seed: 1, listed: 0.1, until: new Date(), authors: [], byline: 'The bench' }
    await fill(urls.appUrl, { ...plan, workspaceId, agents }, (made) => note(`${made} of ${agents} agents`))
    await tidy(urls.ownerUrl)
    const listed = await db.listing.findMany({ where: { workspaceId }, take: 6, orderBy: { slug: 'asc' } })
    const slugs = listed.map(({ slug }) => slug)
    return await measurePages(ground, size, slugs, note)
  } finally {
    await db.$disconnect()
  }
}

async function measurePages(
  { desk, urls }: Ground,
  size: number,
  listed: readonly string[],
  note: (text: string) => void,
): Promise<readonly Scaled[]> {
  const cookie = desk.session.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const replayer = await openReplayer(urls.appUrl, CONNECTIONS)
  const scaled: Scaled[] = []
  try {
    for (const page of scalePages(cookie, listed)) {
      const statements = await statementsOf(page.ask)
      for (const { users, requests } of CROWDS) {
        note(`${page.what}, ${users === 1 ? 'one user' : `${users} users`}`)
        const measured = await measure(desk, cookie, page, { replayer, statements, users, requests })
        scaled.push({ what: page.what, agents: size, users, ...measured })
      }
    }
  } finally {
    await replayer.close()
  }
  return scaled
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
