/**
 * Shows one step with its time. `work` returns `{ ok: true, value }` or `{ ok: false, error }`, where the error says
 * what went wrong and what to do; through `note` it says how far it is. A command whose output somebody reads by a
 * program shows its steps on another stream.
 */
export async function step(name, work, stream = process.stdout) {
  const begun = performance.now()
  const seconds = () => (performance.now() - begun) / 1000
  let text = ''
  const timer = setInterval(() => showProgress(stream, name, seconds(), text), stream.isTTY ? 100 : 10_000)
  const result = await attempt(work, (note) => {
    text = note
  })
  clearInterval(timer)
  if (stream.isTTY) stream.write('\r\x1b[K')
  const line = `${result.ok ? '✓' : '✗'} ${name.padEnd(16)} ${seconds().toFixed(1).padStart(6)} s  ${text}`
  stream.write(`${line.trimEnd()}\n`)
  return result
}

/** Does the work without showing it; what it throws is told like what it returns. */
export async function attempt(work, note = () => {}) {
  try {
    return await work(note)
  } catch (error) {
    return { ok: false, error: explain(error) }
  }
}

export const say = (line) => process.stdout.write(`${line}\n`)

/** Ends the process with what went wrong and what to do. */
export function fail(text, exitCode = 1) {
  process.stderr.write(`\n${text}\n\n`)
  process.exit(exitCode)
}

function showProgress(stream, name, seconds, text) {
  const line =
    `· ${name.padEnd(16)} ${seconds.toFixed(stream.isTTY ? 1 : 0).padStart(6)} s  ${text}`.trimEnd()
  stream.write(stream.isTTY ? `\r\x1b[K${line.slice(0, (stream.columns || 80) - 1)}` : `${line}\n`)
}

/** What a machine refuses is nobody's bug, and has a remedy. */
function explain(error) {
  const { code, path } = error
  if (code === 'ENOSPC') return 'The disk is full: make room and start again.'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `This user may not write ${path ?? 'here'}: give it the right to, or start as the user who has it.`
  }
  return `This should not happen: ${error.stack ?? error}`
}
