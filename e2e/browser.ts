import { existsSync } from 'node:fs'
import type { LaunchOptions } from '@playwright/test'

const system = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path))

/** The browser of the machine where there is one, kept from calling home. */
export const LAUNCH: LaunchOptions = {
  ...(system !== undefined && { executablePath: system }),
  chromiumSandbox: process.getuid?.() !== 0,
  args: [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}
