import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withBuildLock } from './build-lock.mjs'

/**
 * Runs `work` unless its sources are what they were when it last ran and its output is still there. Content decides,
 * not time: a checkout that changes dates rebuilds nothing, and one that restores an old file does.
 */
export async function whenStale({ name, sources, output, note }, work) {
  const stamp = join('.build', `${name}.stamp`)
  const isFresh = (hash) => existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
  if (isFresh(hashOf(sources))) {
    note('up to date')
    return { ok: true, value: output }
  }
  return withBuildLock(note, async () => {
    // Whoever held the lock before may have done it.
    const hash = hashOf(sources)
    if (isFresh(hash)) return { ok: true, value: output }
    mkdirSync('.build', { recursive: true })
    rmSync(stamp, { force: true })
    const result = await work()
    if (!result.ok) return result
    writeFileSync(stamp, hash)
    return { ok: true, value: output }
  })
}

function hashOf(sources) {
  const hash = createHash('sha256').update(process.version)
  for (const source of sources) addTo(hash, source)
  return hash.digest('hex')
}

function addTo(hash, path) {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found) return
  if (found.isDirectory()) {
    for (const name of readdirSync(path).sort()) addTo(hash, join(path, name))
  } else if (found.isFile() && !path.includes('.test.')) {
    hash.update(`\0${path}\0${found.size}\0`).update(readFileSync(path))
  }
}
