import { existsSync } from 'node:fs'
import { run } from '../start/run.mjs'

/** Installs a package of Debian, where that can be done; says whether it was. */
export async function installFromDebian(name, note) {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return false
  note(`apt-get install ${name}`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env })
  return (await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env })).ok
}
