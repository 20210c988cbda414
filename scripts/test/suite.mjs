import { spawn } from 'node:child_process'

/** Runs a test runner whose own output is shown as it comes. */
export function runSuite(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] })
    const end = () => child.kill('SIGTERM')
    process.once('exit', end)
    child.once('close', (code) => {
      process.off('exit', end)
      resolve({ code: code ?? 1 })
    })
  })
}
