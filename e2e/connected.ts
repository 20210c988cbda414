import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { type IdentityProvider, startIdentityProvider } from '@/lib/accounts/testing/identity-provider'
import { type MailServer, startMailServer } from '@/lib/mail/testing/mail-server'
import { freePort } from '@/lib/postgres/free-port'
import { start } from '../scripts/test-start'
import { expect, freshAddress, watch } from './fixtures'

export { expect }

/** An app of its own that sends mail, lets everybody sign up, and knows an identity provider. */
export type ConnectedApp = {
  readonly url: string
  readonly mail: MailServer
  readonly provider: IdentityProvider
  output(): string
  close(): Promise<void>
}

export async function startConnectedApp(): Promise<ConnectedApp> {
  const folder = mkdtempSync(join(tmpdir(), 'fullscore-connected-'))
  chmodSync(folder, 0o711)
  const port = await freePort()
  const url = `http://localhost:${port}`
  const [mail, provider] = await Promise.all([startMailServer(), startIdentityProvider(url)])
  const app = await start(port, {
    FULLSCORE_DATA: join(folder, 'data'),
    PUBLIC_URL: url,
    // So that each test has an address of its own, and with it limits of its own.
    TRUSTED_PROXIES: '127.0.0.1, ::1',
    SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
    MAIL_FROM: mail.settings.from,
    FULLSCORE_SIGNUP: 'on',
    OIDC_ISSUER: provider.settings.issuer,
    OIDC_CLIENT_ID: provider.settings.clientId,
    OIDC_CLIENT_SECRET: provider.settings.clientSecret,
  })
  return {
    url,
    mail,
    provider,
    output: app.output,
    close: async () => {
      app.process.kill('SIGTERM')
      await app.exit
      await Promise.all([mail.close(), provider.close()])
      rmSync(folder, { recursive: true })
    },
  }
}

/** Tests in front of that app; every page is watched as in all other journeys, and may leave for the provider. */
export const test = base.extend<{ watched: undefined }, { connected: ConnectedApp }>({
  connected: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
    async ({}, use) => {
      const connected = await startConnectedApp()
      await use(connected)
      await connected.close()
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  baseURL: async ({ connected }, use) => use(connected.url),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
  extraHTTPHeaders: async ({}, use) => use({ 'x-forwarded-for': freshAddress() }),
  watched: [
    async ({ context, connected }, use) => {
      const faults = watch(context, connected.url)
      await use(undefined)
      const { issuer } = connected.provider.settings
      // Refusals have pages with a status of their own, which the browser reports as errors.
      const isMeant = (fault: string) =>
        fault.startsWith(`request to ${issuer}/`) || / a status of (400|403) /.test(fault)
      expect(faults.filter((fault) => !isMeant(fault))).toEqual([])
    },
    { auto: true },
  ],
})
