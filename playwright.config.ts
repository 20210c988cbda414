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
    { name: 'first owner', testMatch: /first-owner\.setup\.ts$/, dependencies: ['as shipped'] },
    { name: 'journeys', testMatch: /\.spec\.ts$/, testIgnore: AS_SHIPPED, dependencies: ['first owner'] },
  ],
  webServer: {
    command:
      'mkdir -p .build && rm -rf .build/e2e-data && exec node scripts/start.mjs > .build/e2e-server.log 2>&1',
    url: `http://localhost:${port}/api/health/ready`,
    timeout: 240_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    env: {
      PORT: String(port),
      PUBLIC_URL: `http://localhost:${port}`,
      FULLSCORE_DATA: '.build/e2e-data',
      DATABASE_URL: '',
      // So that each test has an address of its own, and with it limits of its own (e2e/fixtures.ts).
      TRUSTED_PROXIES: '127.0.0.1, ::1',
    },
  },
})
