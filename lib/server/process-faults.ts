import { format } from 'node:util'
import type { Logger } from 'pino'

/**
 * What no code caught. A rejected promise belongs to one request or one background task, whose other work goes on: it
 * is logged. So is the error of a connection that broke, which emits it when nobody happens to listen. Any other
 * exception left some synchronous code half-way, and nobody knows in which state: then the process ends in good order,
 * and whoever supervises it starts it again.
 */
export function watchFaults(log: Logger, stop: () => void): void {
  process.on('unhandledRejection', (reason) => log.error({ err: reason }, 'unhandled rejection'))
  process.on('uncaughtException', (error: Error & { code?: string }) => {
    if (error.code !== undefined && BROKEN_CONNECTION.test(error.code)) {
      log.warn({ err: error }, 'a connection broke')
      return
    }
    log.fatal({ err: error }, 'uncaught exception')
    stop()
  })
}

const BROKEN_CONNECTION = /^(ECONNRESET|EPIPE|ECONNREFUSED|ETIMEDOUT|ECONNABORTED|08...|57P0[123])$/

/** Next writes its errors to the console; a log that is read by machines has one form. */
export function logConsole(log: Logger): void {
  const levels = { debug: 'debug', log: 'info', info: 'info', warn: 'warn', error: 'error' } as const
  for (const name of ['debug', 'log', 'info', 'warn', 'error'] as const) {
    console[name] = (...args: unknown[]) => {
      const err = args.find((value) => value instanceof Error)
      log[levels[name]]({ err }, format(...args.filter((value) => value !== err)))
    }
  }
}
