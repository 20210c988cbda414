import { existsSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { withBuildLock } from './build-lock.mjs'
import { whenStale } from './freshness.mjs'
import { run, runNode } from './run.mjs'

// The steps before the server, each for `step` of step.mjs. All expect the root of the clone as working folder.

/** Installs the dependencies when node_modules is not what package-lock.json says. */
export async function install(note) {
  if (isInstalled()) {
    note('up to date')
    return { ok: true }
  }
  return withBuildLock(note, async () => {
    if (isInstalled()) return { ok: true }
    const total = Object.keys(readLock('package-lock.json')).length
    let done = await npmInstall(['ci'], total, note)
    // The lockfile may lack the packages of platforms that the registry it was written with did not have. `ci` refuses
    // that on every platform; this keeps all versions of the lockfile, adds what is missing and writes nothing back.
    if (!done.ok && done.text.includes('from lock file'))
      done = await npmInstall(['install', '--no-save'], total, note)
    if (done.ok) {
      note(`${total} packages`)
      return { ok: true }
    }
    const remedy = 'Check the connection to the npm registry (npm ping) and the disk, and start again.'
    return { ok: false, error: `The dependencies could not be installed.\n\n${done.text}\n\n${remedy}` }
  })
}

/** Runs npm, counts what it fetches, and keeps what it says of errors. */
async function npmInstall(command, total, note) {
  let fetched = 0
  const errors = []
  const done = await runNpm([...command, ...npmFlags], (line) => {
    if (/npm http (fetch|cache)/.test(line)) note(`${Math.min(++fetched, total)} of ${total} packages`)
    // The first lines name the cause, the rest is advice on npm.
    if (/npm err/i.test(line) && errors.length < 12) errors.push(line)
  })
  return { ok: done.ok, text: errors.join('\n') || done.tail }
}

// Nothing in our tree needs its install script, and a script is code of others that would run here.
const npmFlags = [
  '--ignore-scripts',
  '--include=dev',
  '--include=optional',
  '--no-audit',
  '--no-fund',
  '--loglevel=http',
]

/** What npm wrote down after installing against what it should have installed; other platforms' packages may lack. */
function isInstalled() {
  if (!existsSync('node_modules/.package-lock.json')) return false
  const found = readLock('node_modules/.package-lock.json')
  return Object.entries(readLock('package-lock.json')).every(([path, wanted]) => {
    const has = found[path]
    if (!has) return path === '' || wanted.optional === true
    return has.version === wanted.version && has.integrity === wanted.integrity
  })
}

const readLock = (file) => JSON.parse(readFileSync(file, 'utf8')).packages

/** The npm that runs us, else the one on the path. */
function runNpm(args, onLine) {
  const npm = process.env.npm_execpath ?? ''
  if (/npm-cli\.c?js$/.test(npm)) return runNode([npm, ...args], { onLine })
  return process.platform === 'win32'
    ? run('cmd.exe', ['/c', 'npm', ...args], { onLine })
    : run('npm', args, { onLine })
}

/** Writes the typed client of the database when the schema has changed. */
export function generateClient(note) {
  const sources = ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json']
  return whenStale({ name: 'client', sources, output: 'lib/db/generated/client.ts', note }, async () => {
    const done = await runNode(['node_modules/prisma/build/index.js', 'generate'])
    if (done.ok) return done
    const remedy = 'Correct prisma/schema.prisma, and start again.'
    return { ok: false, error: `The database client could not be generated.\n\n${done.tail}\n\n${remedy}` }
  })
}

/**
 * Bundles scripts/<name>.ts, which Node cannot run as it is, and returns where the result lies. `more` are the folders
 * besides scripts and lib that it imports from.
 */
export function bundleScript(name, note, more = []) {
  const outfile = resolve('.build', `${name}.mjs`)
  const sources = ['scripts', 'lib', ...more, 'package-lock.json']
  return whenStale({ name, sources, output: outfile, note }, async () => {
    const { build } = await import('esbuild')
    try {
      await build({
        entryPoints: [`scripts/${name}.ts`],
        outfile,
        bundle: true,
        platform: 'node',
        format: 'esm',
        target: 'node20',
        packages: 'external',
        alias: { '@': process.cwd() },
        logLevel: 'silent',
      })
      return { ok: true }
    } catch (error) {
      return {
        ok: false,
        error: `scripts/${name}.ts could not be bundled.\n\n${error.message}\n\nCorrect it, and start again.`,
      }
    }
  })
}

/** Builds the app when anything it is made of has changed. */
export function buildNext(note) {
  const configs = ['next.config.js', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json']
  const sources = ['app', 'components', 'lib', 'public', ...configs]
  return whenStale({ name: 'next', sources, output: '.next/BUILD_ID', note }, async () => {
    // Types of routes that a checkout has since moved or removed would fail the build.
    for (const folder of ['.next/types', '.next/dev/types']) rmSync(folder, { recursive: true, force: true })
    const done = await runNode(['node_modules/next/dist/bin/next', 'build'], {
      env: { NODE_ENV: 'production' },
      onLine: (line) => note(line.replaceAll(/[^\x20-\x7e]/g, '').trim()),
    })
    note('')
    if (done.ok) return done
    return {
      ok: false,
      error: `The app could not be built.\n\n${done.tail}\n\nCorrect what it names, and start again.`,
    }
  })
}
