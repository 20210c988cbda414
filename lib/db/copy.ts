import type pg from 'pg'
import type { Column, Row } from '@/lib/db/row'

declare module 'pg' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be added to.
  interface Connection {
    sendCopyFromChunk(chunk: Buffer): void
    endCopyFrom(): void
  }
}

export type Copy = pg.Submittable & { readonly done: Promise<void> }

/** COPY FROM STDIN, which takes rows several times as fast as an INSERT does. */
export function copyInto(table: string, rows: readonly Row[]): Copy {
  const columns = Object.keys(rows[0] ?? {})
  const { promise, resolve, reject } = withResolvers()
  // Postgres works on what it has got while the rest is written.
  const send = async (connection: pg.Connection) => {
    for (let first = 0; first < rows.length; first += ROWS_PER_CHUNK) {
      connection.sendCopyFromChunk(Buffer.from(textOf(rows.slice(first, first + ROWS_PER_CHUNK), columns)))
      await new Promise(setImmediate)
    }
    connection.endCopyFrom()
  }
  const handlers = {
    done: promise,
    submit: (connection: pg.Connection) => {
      connection.query(`COPY "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) FROM STDIN`)
    },
    handleCopyInResponse: (connection: pg.Connection) => {
      send(connection).catch(reject)
    },
    handleCommandComplete: () => undefined,
    handleReadyForQuery: resolve,
    handleError: reject,
  }
  return handlers
}

const ROWS_PER_CHUNK = 100

function withResolvers() {
  let resolve = () => {}
  let reject = (_: unknown) => {}
  const promise = new Promise<void>((kept, failed) => {
    resolve = kept
    reject = failed
  })
  return { promise, resolve, reject }
}

function textOf(rows: readonly Row[], columns: readonly string[]): string {
  let text = ''
  for (const row of rows) {
    let separator = ''
    for (const name of columns) {
      const column = row[name]
      if (!column) throw new Error(`A row has no ${name}`)
      text += separator + fieldOf(column)
      separator = '\t'
    }
    text += '\n'
  }
  return text
}

/** As the text format of COPY wants it: what separates columns and rows is escaped, and no value is `\N`. */
function fieldOf({ type, value }: Column): string {
  if (value === null) return '\\N'
  if (typeof value === 'number') return String(value)
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'string') return escaped(value)
  if (type === 'smallint[]') return `{${value.join(',')}}`
  return escaped(`{${value.map((item) => quoted(String(item))).join(',')}}`)
}

const quoted = (item: string): string => `"${item.replace(/["\\]/g, '\\$&')}"`

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const escaped = (text: string): string =>
  /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (found) => ESCAPES[found] ?? found) : text
