import { createTransport } from 'nodemailer'
import { bug } from '@/lib/base/assert'
import { err, ok, type Result } from '@/lib/base/result'
import { logger } from '@/lib/logger'
import { type MailSettings, registry } from '@/lib/registry'

/** Plain text to one person. */
export type Mail = { readonly to: string; readonly subject: string; readonly text: string }

/** Whether mail is set up at all; without, people hand links over themselves. */
export const canMail = (): boolean => registry().mail !== undefined

/** Hands a mail to the server, never inside a transaction: nothing of ours is held while somebody else's machine thinks. */
export async function deliver({ to, subject, text }: Mail): Promise<Result<undefined, 'not-sent'>> {
  const settings = registry().mail ?? bug('mail without a mail server')
  const transport = createTransport(optionsOf(settings))
  try {
    // As an object: an address that a person typed must not be read as a list of several.
    await transport.sendMail({ from: settings.from, to: { name: '', address: to }, subject, text })
    return ok(undefined)
  } catch (error) {
    logger().warn(faultOf(error), 'a mail was not taken')
    return err('not-sent')
  } finally {
    transport.close()
  }
}

const WAIT_MS = 10_000

const optionsOf = ({ host, port, tls, login }: MailSettings) => ({
  host,
  port,
  secure: tls === 'from-the-first-byte',
  requireTLS: tls === 'required',
  ...(login && { auth: { user: login.user, pass: login.password } }),
  dnsTimeout: WAIT_MS,
  connectionTimeout: WAIT_MS,
  greetingTimeout: WAIT_MS,
  socketTimeout: WAIT_MS,
  disableFileAccess: true,
  disableUrlAccess: true,
})

/** What a server says may quote the address, so that only codes are kept. */
const faultOf = (error: unknown) => ({
  code: detailOf(error, 'code'),
  status: detailOf(error, 'responseCode'),
  during: detailOf(error, 'command'),
})

function detailOf(error: unknown, name: string): string | undefined {
  const found: unknown = error instanceof Error ? Reflect.get(error, name) : undefined
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined
}
