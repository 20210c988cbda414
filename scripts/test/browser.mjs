import { existsSync } from 'node:fs'
import { runNode } from '../start/run.mjs'
import { installFromDebian } from './apt.mjs'

const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The machine's own Chromium, else Debian's, else Playwright's. */
export async function findOrInstallBrowser(note) {
  const found = [process.env.CHROMIUM_PATH, ...system].find((path) => path && existsSync(path))
  if (found) {
    note(found)
    return { ok: true }
  }
  if (await installFromDebian('chromium', note)) return { ok: true }
  note('playwright install chromium')
  const downloaded = await runNode(['node_modules/@playwright/test/cli.js', 'install', 'chromium'])
  if (downloaded.ok) return { ok: true }
  return {
    ok: false,
    error: `No browser was found and none could be installed.\n\n${downloaded.tail}\n\nInstall Chromium, or set CHROMIUM_PATH to one.`,
  }
}
