import { run } from '../start/run.mjs'
import { installFromDebian } from './apt.mjs'

/** The examples of the API's reference are commands for curl, and a test runs them as they stand. */
export async function findOrInstallCurl(note) {
  const found = await run('curl', ['--version'])
  if (found.ok || (await installFromDebian('curl', note))) return { ok: true }
  return {
    ok: false,
    error: 'No curl was found and none could be installed. Install curl, and run this again.',
  }
}
