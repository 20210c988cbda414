import { type ChildProcess, spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const moduleUrl = (name: string) => pathToFileURL(resolve('scripts/start', name)).href

let clone: string
let log: string

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'fullscore-lock-'))
  log = join(clone, 'log')
  writeFileSync(log, '')
})
afterEach(() => rmSync(clone, { recursive: true }))

const lines = () => readFileSync(log, 'utf8').split('\n').filter(Boolean)
const ended = (child: ChildProcess) => new Promise((done) => child.once('close', done))

function node(script: string): ChildProcess {
  return spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: clone,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
}

/** A process that works under the lock for a while, or until it is killed. */
const worker = (name: string, ms: number) =>
  node(`
    import { appendFileSync } from 'node:fs'
    import { setTimeout } from 'node:timers/promises'
    import { withBuildLock } from '${moduleUrl('build-lock.mjs')}'
    const write = (text) => appendFileSync('log', '${name} ' + text + '\\n')
    await withBuildLock(() => write('waits'), async () => {
      write('begins')
      await setTimeout(${ms})
      write('ends')
    })
  `)

test('of five parallel builds in one clone never two work at once', async () => {
  await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => ended(worker(name, 20))))
  const work = lines().filter((line) => !line.endsWith('waits'))
  expect(work).toHaveLength(10)
  for (let index = 0; index < work.length; index += 2) {
    expect(work[index + 1]).toBe(work[index]?.replace('begins', 'ends'))
  }
})

test('a killed holder lets the next one in', async () => {
  const holder = worker('killed', 60_000)
  await vi.waitFor(() => expect(lines()).toEqual(['killed begins']), { timeout: 5_000 })
  const next = worker('next', 0)
  await vi.waitFor(() => expect(lines()).toContain('next waits'), { timeout: 5_000 })
  holder.kill('SIGKILL')
  await ended(next)
  expect(lines().slice(-2)).toEqual(['next begins', 'next ends'])
})

test('work is done again when a source or the output changes, and only then', async () => {
  const source = join(clone, 'source.txt')
  const build = async () => {
    const before = lines().length
    await ended(
      node(`
        import { appendFileSync, writeFileSync } from 'node:fs'
        import { whenStale } from '${moduleUrl('freshness.mjs')}'
        await whenStale({ name: 'x', sources: ['source.txt'], output: 'out', note: () => {} }, async () => {
          appendFileSync('log', 'built\\n')
          writeFileSync('out', '')
          return { ok: true }
        })
      `),
    )
    return lines().length - before
  }
  writeFileSync(source, 'one')
  expect([await build(), await build()]).toEqual([1, 0])
  appendFileSync(source, ' more')
  expect([await build(), await build()]).toEqual([1, 0])
  writeFileSync(source, 'one')
  expect(await build()).toBe(1)
  rmSync(join(clone, 'out'))
  expect([await build(), await build()]).toEqual([1, 0])
})
