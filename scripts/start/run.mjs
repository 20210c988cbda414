import { spawn } from 'node:child_process'

/** Runs a Node program to its end and keeps the tail of what it says. `onLine` sees every line as it comes. */
export function runNode(args, { env = {}, onLine = () => {} } = {}) {
  return run(process.execPath, args, { env, onLine })
}

export function run(command, args, { env = {}, onLine = () => {} } = {}) {
  return new Promise((resolve) => {
    // A group of its own: it can be ended together with the workers it has started.
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    })
    const end = () => endGroup(child)
    process.once('exit', end)
    const lines = []
    const read = lineReader((line) => {
      lines.push(line)
      if (lines.length > tailLines) lines.shift()
      onLine(line)
    })
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    const finish = (ok, last) => {
      process.off('exit', end)
      resolve({ ok, tail: [...lines, ...last].join('\n') })
    }
    child.once('error', (error) => finish(false, [error.message]))
    child.once('close', (code, signal) => finish(code === 0, signal ? [`It was ended by ${signal}.`] : []))
  })
}

const tailLines = 40

function lineReader(onLine) {
  let rest = ''
  return (chunk) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.trim() !== '') onLine(line)
  }
}

function endGroup(child) {
  try {
    if (process.platform === 'win32') child.kill()
    else process.kill(-child.pid, 'SIGTERM')
  } catch {
    // It ended before us.
  }
}

/** No dependency reports home, in this process and in those it starts. */
export function quietTelemetry() {
  Object.assign(process.env, {
    NEXT_TELEMETRY_DISABLED: '1',
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    BETTER_AUTH_TELEMETRY: '0',
    DO_NOT_TRACK: '1',
    npm_config_update_notifier: 'false',
  })
}
