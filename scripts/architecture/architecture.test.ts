import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { cruiseTree } from '@/scripts/architecture/cruise'
import { FORBIDDEN } from '@/scripts/architecture/rules'

const rootFolder = process.cwd()

test('every import of the project follows the rules', async () => {
  const { modules, violations } = await cruiseTree(rootFolder)
  expect(violations).toEqual([])
  expect(modules.length).toBeGreaterThanOrEqual(trackedModules().length)
}, 60_000)

test('no file is over 300 lines', () => {
  const lines = (file: string) => readFileSync(file, 'utf8').split('\n').length - 1
  expect(trackedModules().filter((file) => lines(file) > 300)).toEqual([])
})

/** For each rule an import that breaks it: a rule that no longer sees anything would otherwise pass for good. */
const PLANTED: Readonly<Record<string, readonly (readonly [file: string, imports: string])[]>> = {
  'no-cycles': [
    ['lib/base/one.ts', '@/lib/base/two'],
    ['lib/base/two.ts', '@/lib/base/one'],
  ],
  'everything-resolves': [['lib/base/one.ts', '@/lib/base/nowhere']],
  'base-imports-nothing': [['lib/base/one.ts', '@/lib/aivss/planted']],
  'aivss-is-pure': [['lib/aivss/one.ts', '@/lib/assessment/planted']],
  'cvss-is-pure': [['lib/cvss/one.ts', '@/lib/aivss/planted']],
  'maestro-is-pure': [['lib/maestro/one.ts', '@/lib/report/planted']],
  'assessment-stands-on-the-core': [['lib/assessment/one.ts', '@/lib/report/planted']],
  'views-are-pure': [['lib/report/one.ts', '@/lib/library/planted']],
  'features-know-no-http': [['lib/library/one.ts', '@/lib/http/planted']],
  'http-knows-no-database': [['lib/http/one.ts', '@/lib/db/planted']],
  'the-runtime-knows-no-feature': [['lib/server/one.ts', '@/lib/library/planted']],
  'the-command-line-needs-no-server': [['scripts/fullscore/one.ts', '@/lib/agents/planted']],
  'components-do-not-reach-the-server': [
    ['components/one.tsx', '@/lib/library/two'],
    ['lib/library/two.ts', '@/lib/db/planted'],
  ],
  'components-and-lib-do-not-import-app': [['components/one.tsx', '@/app/planted']],
  'ui-could-ship-in-another-product': [['components/ui/one.tsx', '@/components/report/planted']],
  'only-features-use-the-database': [['app/one.ts', '@/lib/db/planted']],
  'one-importer-of-the-generated-client': [['lib/agents/one.ts', '@/lib/db/generated/planted']],
  'one-importer-of-pg': [['lib/agents/one.ts', 'pg']],
  'one-importer-of-cvss4': [['lib/assessment/one.ts', 'cvss4']],
  'one-importer-of-recharts': [['components/compare/one.tsx', 'recharts']],
  'one-importer-of-the-markdown-parser': [['components/ui/one.tsx', 'mdast-util-from-markdown']],
  'one-importer-of-diff': [['components/compare/one.tsx', 'diff']],
  'one-importer-of-better-auth': [['lib/workspaces/one.ts', 'better-auth']],
  'one-importer-of-argon2': [['lib/workspaces/one.ts', '@node-rs/argon2']],
  'one-importer-of-uqr': [['lib/workspaces/one.ts', 'uqr']],
  'one-importer-of-nodemailer': [['lib/accounts/one.ts', 'nodemailer']],
  'press-prints-views': [['lib/press/one.ts', '@/lib/library/planted']],
  'one-importer-of-pdfkit': [['lib/library/one.ts', 'pdfkit']],
  'one-importer-of-resvg': [['lib/library/one.ts', '@resvg/resvg-wasm']],
  'one-importer-of-openid-client': [['lib/access/one.ts', 'openid-client']],
  'one-importer-of-pino': [['lib/agents/one.ts', 'pino']],
  'the-core-imports-no-package': [['lib/aivss/one.ts', 'pg']],
  'tests-are-not-shipped': [['lib/agents/one.ts', '@/lib/agents/testing/planted']],
}

test('a rule is planted for each that is written down', () => {
  expect(Object.keys(PLANTED).sort()).toEqual(FORBIDDEN.map(({ name }) => name).sort())
})

test.each(Object.entries(PLANTED))('%s is seen when it is broken', async (rule, files) => {
  const folder = mkdtempSync(join(tmpdir(), 'fullscore-planted-'))
  try {
    for (const [, imports] of files) plantTarget(folder, imports)
    for (const [file, imports] of files)
      write(folder, file, `import * as planted from '${imports}'\nexport const used = planted\n`)
    const tops = [...new Set(files.map(([file]) => file.split('/')[0] ?? ''))]
    const { violations } = await cruiseTree(folder, tops)
    expect(violations.map((violation) => violation.rule)).toContain(rule)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/** What is imported has to exist, except where its absence is the point. */
function plantTarget(folder: string, imports: string) {
  if (imports.endsWith('/nowhere')) return
  if (imports.startsWith('@/')) return write(folder, `${imports.slice(2)}.ts`, 'export const target = 1\n')
  write(folder, `node_modules/${imports}/package.json`, JSON.stringify({ name: imports, main: 'index.js' }))
  write(folder, `node_modules/${imports}/index.js`, 'module.exports = {}\n')
}

function write(folder: string, file: string, text: string) {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}

const trackedModules = (): string[] =>
  execFileSync('git', ['ls-files', 'app', 'components', 'lib', 'scripts', 'e2e'], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
