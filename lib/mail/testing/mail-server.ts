import { once } from 'node:events'
import { simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { freePort } from '@/lib/postgres/free-port'
import type { MailSettings } from '@/lib/registry'

export type ReceivedMail = {
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly isHtml: boolean
  /** Whether the connection it came over was encrypted. */
  readonly secure: boolean
}

export type MailServer = {
  readonly port: number
  /** As the app's environment would give them. */
  readonly settings: MailSettings
  readonly received: readonly ReceivedMail[]
  /** The next letter to somebody that no call has returned yet; it waits for one. */
  take(to: string): Promise<ReceivedMail>
  /** Letters that no call has returned. */
  left(): number
  /** Refuses every recipient until it is called again with false. */
  refuse(refuses: boolean): void
  close(): Promise<void>
}

/** A real SMTP server on a free port that keeps what it is handed. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const received: ReceivedMail[] = []
  const taken = new Set<ReceivedMail>()
  const waiting = new Set<() => void>()
  let refuses = false
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    ...options,
    onRcptTo: (_address, _session, done) =>
      done(refuses ? new Error('550 <nobody@example.org> not here') : undefined),
    onData: (stream, session, done) => {
      simpleParser(stream).then((mail) => {
        received.push({
          from: mail.from?.text ?? '',
          to: [mail.to ?? []]
            .flat()
            .map(({ text }) => text)
            .join(', '),
          subject: mail.subject ?? '',
          text: mail.text ?? '',
          isHtml: mail.html !== false,
          secure: session.secure,
        })
        done()
        for (const look of waiting) look()
      }, done)
    },
  })
  server.on('error', () => undefined)
  const port = await freePort()
  await once(server.listen(port, '127.0.0.1'), 'listening')
  const find = (to: string) => received.find((mail) => mail.to === to && !taken.has(mail))
  const take = (to: string) =>
    new Promise<ReceivedMail>((resolve, reject) => {
      const look = () => {
        const mail = find(to)
        if (!mail) return
        clearTimeout(timer)
        waiting.delete(look)
        taken.add(mail)
        resolve(mail)
      }
      const timer = setTimeout(() => reject(new Error(`no mail to ${to}`)), 10_000)
      waiting.add(look)
      look()
    })
  return {
    port,
    settings: { host: '127.0.0.1', port, tls: 'where-offered', login: undefined, from: FROM },
    received,
    take,
    left: () => received.length - taken.size,
    refuse: (now) => {
      refuses = now
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

const FROM = 'Fullscore <fullscore@example.org>'
