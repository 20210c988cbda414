import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Lets one process at a time change what is installed and built in this clone. The lock is a listening local socket:
 * the system lets go of it when its holder ends in whatever way, and who waits is told by the end of a connection.
 */
export async function withBuildLock(note, work) {
  const address = lockAddress()
  for (;;) {
    const lock = await take(address)
    if (lock) {
      try {
        return await work()
      } finally {
        lock.release()
      }
    }
    note('waiting for another start that builds in this clone')
    await holderIsGone(address)
  }
}

/**
 * Linux has names without a file, and Windows pipes; elsewhere it is a file, which a killed holder leaves behind. Asked
 * for when it is needed, because a command of a person is in the root of the clone only while it prepares.
 */
function lockAddress() {
  const name = `fullscore-${createHash('sha256').update(process.cwd()).digest('hex').slice(0, 16)}`
  const addresses = { linux: `\0${name}`, win32: `\\\\.\\pipe\\${name}` }
  return addresses[process.platform] ?? join(tmpdir(), `${name}.sock`)
}

function take(address) {
  return new Promise((resolve, reject) => {
    const waiting = new Set()
    const server = createServer((socket) => {
      waiting.add(socket)
      socket.on('error', () => {})
      socket.once('close', () => waiting.delete(socket))
    })
    const release = () => {
      server.close()
      for (const socket of waiting) socket.destroy()
    }
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)))
    server.listen(address, () => resolve({ release }))
  })
}

function holderIsGone(address) {
  return new Promise((resolve) => {
    const socket = connect(address)
    socket.resume()
    socket.once('error', (error) => {
      if (error.code === 'ECONNREFUSED' && !address.startsWith('\0')) rmSync(address, { force: true })
    })
    socket.once('close', resolve)
  })
}
