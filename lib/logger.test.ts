import { expect, test } from 'vitest'
import { createLogger } from './logger'

function record(readable: boolean): { log: ReturnType<typeof createLogger>; lines: string[] } {
  const lines: string[] = []
  return { lines, log: createLogger({ write: (line) => void lines.push(line) }, readable) }
}

test('an entry is one line of JSON with a level and a time', () => {
  const { log, lines } = record(false)
  log.info({ requestId: 'x' }, 'request')
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    requestId: 'x',
    msg: 'request',
  })
})

test.each([false, true])('no secret is written, named or quoted (readable: %s)', (readable) => {
  const { log, lines } = record(readable)
  log.info({
    password: 'hunter2',
    user: { token: 'hunter2' },
    headers: { cookie: 'hunter2', authorization: 'hunter2' },
  })
  log.error({ err: new Error('connect postgresql://app:hunter2@db/x failed at /r/hunter2hunter2') }, 'failed')
  expect(lines.join('')).not.toContain('hunter2')
  expect(lines.join('')).toContain('postgresql://app:***@db/x failed at /r/***')
})
