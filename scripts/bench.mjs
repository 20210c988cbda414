#!/usr/bin/env node
// `npm run bench`: how fast everything is that is measured, beside the least that this machine needs for the same.
// `npm run bench -- --scale`: only how pages grow from 1,000 to 100,000 agents; `--million`: and to 1,000,000.
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
const { bench, partsOf } = await import(pathToFileURL(bundle).href)
const parts = partsOf(process.argv.slice(2))
if (!parts.ok) fail(parts.error)
for (const signal of signals) process.off(signal, end)
const measured = await bench({ say, step }, parts.value)
if (!measured.ok) fail(`Not everything could be measured.\n\n${measured.error}`)
process.exit(0)
