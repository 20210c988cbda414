#!/usr/bin/env node
// `npm test`: everything that can be checked, from a clean checkout on a machine where nothing was installed by hand.
// Node's own modules only, because the first thing it may have to do is install all others.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildNext, bundleScript, generateClient, install } from './start/prepare.mjs'
import { quietTelemetry, runNode } from './start/run.mjs'
import { say, step } from './start/step.mjs'
import { findOrInstallBrowser } from './test/browser.mjs'
import { findOrInstallCurl } from './test/curl.mjs'
import { shownOnFailure } from './test/shown.mjs'
import { runSuite } from './test/suite.mjs'

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))))
process.env.NODE_ENV = 'test'
quietTelemetry()

const bin = (path) => `node_modules/${path}`
const check = (name, args, remedy) => ({
  name,
  work: async () => {
    const done = await runNode(args)
    return done.ok ? done : { ok: false, error: `${done.tail}\n\n${remedy}` }
  },
})

/** What must be there before anything can be checked. */
const preparations = [
  { name: 'Dependencies', work: install },
  { name: 'Database client', work: generateClient },
  { name: 'Server bundle', work: (note) => bundleScript('serve', note) },
  { name: 'Build', work: buildNext },
  { name: 'Browser', work: findOrInstallBrowser },
  { name: 'curl', work: findOrInstallCurl },
]

const checks = [
  check(
    'Format and lint',
    [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'],
    'Run: npm run format',
  ),
  check('Types', [bin('typescript/bin/tsc'), '--noEmit'], 'Correct the types that it names.'),
  check(
    'Types of the core',
    [bin('typescript/bin/tsc'), '-p', 'tsconfig.core.json'],
    'The pure layers know neither a browser nor Node.',
  ),
]

const suites = [
  {
    name: 'Unit, database and process tests',
    args: [
      bin('vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      '--outputFile.json=.build/vitest.json',
    ],
    report: '.build/vitest.json',
    count: ({ numPassedTests, numFailedTests, numPendingTests }) => ({
      passed: numPassedTests,
      failed: numFailedTests + numPendingTests,
    }),
  },
  {
    name: 'Journeys in a browser',
    args: [bin('@playwright/test/cli.js'), 'test'],
    report: '.build/e2e.json',
    count: ({ stats }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + stats.skipped,
    }),
    explain: () => shownOnFailure('.build/e2e'),
  },
]

const total = { passed: 0, failed: 0 }
const add = ({ passed, failed }) => {
  total.passed += passed
  total.failed += failed
}

mkdirSync('.build', { recursive: true })
rmSync('.build/e2e-data', { recursive: true, force: true })
for (const { name, work } of preparations) {
  const done = await step(name, work)
  if (done.ok) continue
  say(`\n${done.error}\n`)
  finish({ passed: 0, failed: 1 })
}
for (const { name, work } of checks) {
  const done = await step(name, work)
  if (!done.ok) say(`\n${done.error}\n`)
  add(done.ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
}
for (const suite of suites) {
  rmSync(suite.report, { force: true })
  say(`\n${suite.name}`)
  const { code } = await runSuite(suite.args)
  if (code !== 0) for (const line of suite.explain?.() ?? []) say(line)
  add(countsOf(suite, code))
}
finish(total)

/** A suite that ended badly without a failed test, or that found none, has failed all the same. */
function countsOf({ report, count }, code) {
  const counts = readCounts(report, count)
  const silent = counts.failed === 0 && (code !== 0 || counts.passed === 0)
  return silent ? { passed: counts.passed, failed: 1 } : counts
}

function readCounts(report, count) {
  try {
    return count(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    return { passed: 0, failed: 1 }
  }
}

function finish({ passed, failed }) {
  say(`\n${passed} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
}
