import { rmSync } from 'node:fs'
import { type APIRequestContext, request as requests } from '@playwright/test'
import { sendForm } from '@/e2e/send-form'
import type { AssessmentDocument } from '@/lib/assessment/document'
import { savedSchema } from '@/lib/editor/protocol'
import { freePort } from '@/lib/postgres/free-port'
import type { Cleanups } from '@/lib/server/stop'
import { type DatabaseCost, readCost, readCosts } from '@/scripts/bench/database-cost'
import { fullDocument } from '@/scripts/bench/full-document'
import { launch } from '@/scripts/test-start'

const DATA = '.build/bench-data'
const OWNER = { name: 'Ada', email: 'ada@example.org', password: 'violet harbour lantern 41' }

/** A running app, and somebody who is signed in there with a full document on the desk. */
export type Desk = {
  readonly url: string
  /** Where the editor is. */
  readonly edit: string
  readonly session: Awaited<ReturnType<APIRequestContext['storageState']>>
  readonly document: AssessmentDocument
  readonly saveUrl: string
  /** What a save has to say besides the version and the document. */
  readonly account: string
  readonly version: number
  readonly costOf: (requestId: string) => Promise<DatabaseCost>
  readonly costsOf: (requestIds: readonly string[]) => Promise<readonly DatabaseCost[]>
}

/** Everything is made as people make it, through the forms of the app, in a data folder that begins empty. */
export async function openDesk(cleanups: Cleanups, data: string = DATA): Promise<Desk> {
  rmSync(data, { recursive: true, force: true })
  const port = Number(process.env['BENCH_PORT']) || (await freePort())
  const app = launch(port, { FULLSCORE_DATA: data })
  cleanups.add(async () => {
    app.process.kill('SIGTERM')
    await app.exit
  })
  await app.printed('Fullscore is ready: ')
  const url = `http://localhost:${port}`
  const api = await requests.newContext({ baseURL: url, extraHTTPHeaders: { origin: url } })
  cleanups.add(() => api.dispose())
  const code = app.output().match(/\/setup#(\S+)/)?.[1] ?? ''
  await sendForm(api, '/setup', 'Create account', { code, ...OWNER, workspace: 'Bench' })
  const made = await sendForm(api, '/w/bench/agents/new', 'Create agent', { name: 'Bench', kind: 'agent' })
  const page = (await made.text()).replaceAll('\\"', '"')
  const saveUrl = /"saveUrl":"([^"]+)"/.exec(page)?.[1] ?? ''
  const account = /"account":"([^"]+)"/.exec(page)?.[1] ?? ''
  const document = fullDocument()
  const saved = await api.put(saveUrl, { data: { account, version: 1, document } })
  if (!saved.ok()) throw new Error(`The document was refused: ${await saved.text()}`)
  const { version } = savedSchema.parse(await saved.json())
  const session = await api.storageState()
  const edit = url + new URL(made.url()).pathname
  const costOf = (requestId: string) => readCost(app, requestId)
  const costsOf = (requestIds: readonly string[]) => readCosts(app, requestIds)
  return { url, edit, session, document, saveUrl, account, version, costOf, costsOf }
}
