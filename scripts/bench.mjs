#!/usr/bin/env node
// `npm run bench`: how fast the editor and the pages are, beside the least that this machine needs for the same.
import { dirname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildNext, bundleScript, generateClient, install } from './start/prepare.mjs'
import { quietTelemetry } from './start/run.mjs'
import { fail, say, step } from './start/step.mjs'
import { findOrInstallBrowser } from './test/browser.mjs'

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))))
process.env.NODE_ENV = 'production'
quietTelemetry()

// Until the measuring handles signals itself, one of them ends the process; its children end with it.
const end = () => process.exit(130)
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
for (const signal of signals) process.on(signal, end)
let bundle
for (const [name, work] of [
  ['Dependencies', install],
  ['Database client', generateClient],
  ['Server bundle', (note) => bundleScript('serve', note)],
  ['Build', buildNext],
  ['Browser', findOrInstallBrowser],
  ['Bench bundle', (note) => bundleScript('bench', note, ['e2e'])],
]) {
  const done = await step(name, work)
  if (!done.ok) fail(done.error)
  bundle = done.value
}
const { bench } = await import(pathToFileURL(bundle).href)
for (const signal of signals) process.off(signal, end)
const measured = await bench({ say, step })
if (!measured.ok) fail(`Nothing could be measured.\n\n${measured.error}`)
process.exit(0)
