#!/usr/bin/env node
// `npx fullscore`: the command line. Node's own modules only, because it may have to install all others first.
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { nodeFault } from './start/node-version.mjs'
import { bundleScript, install } from './start/prepare.mjs'
import { quietTelemetry } from './start/run.mjs'
import { attempt, fail, step } from './start/step.mjs'

// 1 is an answer of the command line: the score is too high, the document is not valid.
const couldNotBegin = 2

const fault = nodeFault()
if (fault) fail(fault, couldNotBegin)

// Files are named from where the person stands; what prepares works from the root of the clone.
const here = process.cwd()
process.chdir(dirname(dirname(fileURLToPath(import.meta.url))))
const end = () => process.exit(130)
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
for (const signal of signals) process.on(signal, end)
const bundle = await prepare()
for (const signal of signals) process.off(signal, end)
process.chdir(here)

const { fullscore } = await import(pathToFileURL(bundle).href)
await fullscore(process.argv.slice(2))

async function prepare() {
  if (!existsSync('node_modules/.package-lock.json')) {
    quietTelemetry()
    // Standard output belongs to the answer, which a program may read.
    const installed = await step('Dependencies', install, process.stderr)
    if (!installed.ok) fail(installed.error, couldNotBegin)
  }
  const bundled = await attempt((note) => bundleScript('fullscore', note))
  if (!bundled.ok) fail(bundled.error, couldNotBegin)
  return bundled.value
}
