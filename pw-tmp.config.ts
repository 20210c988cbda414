import { defineConfig } from '@playwright/test'
import { LAUNCH } from './e2e/browser'

const port = Number(process.env['E2E_PORT'] ?? 4380)

const AS_SHIPPED = /\/(api|calculator|compare|compare-tray|library|pages|press|report|twins)\.spec\.ts$/

/** Journeys in a real browser against the built app, started as a person would start it, with a data folder of its own. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: '.build/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // No promise is about time here, and a machine with other work must not break one.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '.build/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    trace: 'retain-on-failure',
    launchOptions: LAUNCH,
  },
  // What a fresh installation shows is looked at before anybody publishes. Then the first owner is made once, by the
  // printed link, and all others come from there (e2e/people.ts).
  projects: [
    { name: 'as shipped', testMatch: AS_SHIPPED },
    { name: 'first owner', testMatch: /first-owner\.setup\.ts$/ },
    { name: 'journeys', testMatch: /\.spec\.ts$/, testIgnore: AS_SHIPPED },
  ],
})
