/**
 * Shows one step with its time. `work` returns `{ ok: true, value }` or `{ ok: false, error }`, where the error says
 * what went wrong and what to do; through `note` it says how far it is.
 */
export async function step(name, work) {
  const begun = performance.now()
  const seconds = () => (performance.now() - begun) / 1000
  let text = ''
  const timer = setInterval(() => showProgress(name, seconds(), text), process.stdout.isTTY ? 100 : 10_000)
  let result
  try {
    result = await work((note) => {
      text = note
    })
  } catch (error) {
    result = { ok: false, error: explain(error) }
  } finally {
    clearInterval(timer)
    if (process.stdout.isTTY) process.stdout.write('\r\x1b[K')
  }
  say(`${result.ok ? '✓' : '✗'} ${name.padEnd(16)} ${seconds().toFixed(1).padStart(6)} s  ${text}`.trimEnd())
  return result
}

export const say = (line) => process.stdout.write(`${line}\n`)

/** Ends the process with what went wrong and what to do. */
export function fail(text) {
  process.stderr.write(`\n${text}\n\n`)
  process.exit(1)
}

function showProgress(name, seconds, text) {
  const line =
    `· ${name.padEnd(16)} ${seconds.toFixed(process.stdout.isTTY ? 1 : 0).padStart(6)} s  ${text}`.trimEnd()
  if (process.stdout.isTTY)
    process.stdout.write(`\r\x1b[K${line.slice(0, (process.stdout.columns || 80) - 1)}`)
  else say(line)
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
