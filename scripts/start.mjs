#!/usr/bin/env node
// `npm start` and `npm run dev`: from a fresh clone to a server that is ready. Node's own modules only, because the
// first thing it may have to do is install all others.
import { dirname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { nodeFault } from './start/node-version.mjs'
import { buildNext, bundleScript, generateClient, install } from './start/prepare.mjs'
import { quietTelemetry } from './start/run.mjs'
import { fail, say, step } from './start/step.mjs'

async function start() {
  process.chdir(dirname(dirname(fileURLToPath(import.meta.url))))
  const dev = process.argv.includes('--dev')
  const unknown = process.argv.slice(2).filter((argument) => argument !== '--dev')
  if (unknown.length > 0)
    fail(`${unknown.join(' ')} is unknown here: settings come from the environment, see .env.example.`)
  const fault = nodeFault()
  if (fault) fail(fault)
  process.env.NODE_ENV = dev ? 'development' : 'production'
  quietTelemetry()

  // Until the server handles signals itself, one of them ends the process; its children end with it.
  const end = () => process.exit(130)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end)
  const bundle = await prepare()
  const { serve } = await import(pathToFileURL(bundle).href)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, end)

  const served = await serve({ dev, step, say, build: buildNext })
  if (!served.ok) fail(served.error)
}

async function prepare() {
  for (const [name, work] of [
    ['Dependencies', install],
    ['Database client', generateClient],
  ]) {
    const done = await step(name, work)
    if (!done.ok) fail(done.error)
  }
  const bundled = await step('Server bundle', (note) => bundleScript('serve', note))
  if (!bundled.ok) fail(bundled.error)
  return bundled.value
}

await start()
