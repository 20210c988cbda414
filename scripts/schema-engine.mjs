#!/usr/bin/env node
// Answers Prisma's schema engine protocol (JSON-RPC on stdin and stdout) with the WebAssembly engine over adapter-pg.
// The native engine is a download, which a closed network refuses; with this one every prisma command runs offline.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { parseIntoClientConfig } from 'pg-connection-string'

const args = process.argv.slice(2)
const optionOf = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
const datasource = JSON.parse(optionOf('--datasource') ?? '{}')
const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)

/** The three commands that Prisma runs before it talks the protocol. */
async function answerCommand(command) {
  const url = new URL(datasource.url)
  const name = decodeURIComponent(url.pathname.slice(1)) || 'postgres'
  try {
    if (command === 'can-connect-to-database') await withClient(datasource.url, async () => {})
    if (command === 'create-database') await onServer(`CREATE DATABASE ${pg.escapeIdentifier(name)}`)
    if (command === 'drop-database')
      await onServer(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`)
  } catch (error) {
    const [code, message] = explain(error, url, name)
    const fields = { message, is_panic: false, error_code: code, meta: null }
    const line = { timestamp: new Date().toISOString(), level: 'ERROR', fields, target: 'schema_engine' }
    process.stderr.write(`${JSON.stringify(line)}\n`)
    process.exitCode = 1
  }
}

function explain(error, url, name) {
  if (error?.code === '3D000') return ['P1003', `Database \`${name}\` does not exist`]
  if (error?.code === '28P01' || error?.code === '28000') {
    return ['P1000', 'Authentication failed against database server']
  }
  return ['P1001', `Can't reach database server at \`${url.hostname}:${url.port || 5432}\``]
}

async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function onServer(statement) {
  const url = new URL(datasource.url)
  url.pathname = '/postgres'
  url.searchParams.delete('schema')
  return withClient(url.toString(), (client) => client.query(statement))
}

/** Instantiates the engine by hand: the package's own loader expects a bundler. */
async function loadEngine() {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const bindings = await import(pathToFileURL(join(folder, 'schema_engine_bg.js')).href)
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    message: '',
    set_message(message) {
      this.message = message
    },
  }
  const bytes = readFileSync(join(folder, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  process.on('uncaughtException', (error) => {
    process.stderr.write(`PANIC ${panicMessage()}\n${error.stack}\n`)
    process.exit(101)
  })
  return bindings.SchemaEngine.new({ datamodels: undefined }, debug, adapterFactory())
}

const panicMessage = () => globalThis.PRISMA_WASM_PANIC_REGISTRY.message
const debug = (line) => process.env.DEBUG && process.stderr.write(`${line}\n`)

function adapterFactory() {
  // A command such as `generate` has no database, and the engine asks for none: any address will do.
  const config = datasource.url ? parseIntoClientConfig(datasource.url) : { host: '127.0.0.1', port: 1 }
  const schema = config.schema ?? 'public'
  return bindMigrationAwareSqlAdapterFactory(new MigrationAdapter(config, schema))
}

class MigrationAdapter extends PrismaPg {
  constructor(config, schema) {
    super(config, { schema })
    this.connection = config
  }

  async connect() {
    return teach(await super.connect())
  }

  /** Prisma replays all migrations in a database that lives as long as one command. */
  async connectToShadowDb() {
    const server = new pg.Client(this.connection)
    await server.connect()
    const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`
    await server.query(`CREATE DATABASE "${database}"`)
    const adapter = teach(await new PrismaPg({ ...this.connection, database }).connect())
    const dispose = adapter.dispose.bind(adapter)
    adapter.dispose = async () => {
      await dispose()
      await server.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`)
      await server.end()
    }
    return adapter
  }
}

/** What adapter-pg lacks as the connector of a schema engine. */
function teach(adapter) {
  // It cuts scripts at every semicolon, those inside of function bodies too; Postgres reads a whole script by itself.
  adapter.executeScript = async function (script) {
    try {
      await this.client.query(script)
    } catch (error) {
      this.onError(error)
    }
  }
  return teachCatalogTypes(adapter)
}

/**
 * adapter-pg has no mapping for a few types that only the catalog has and that the engine selects: "char" has to
 * arrive as a character, the others as text.
 */
function teachCatalogTypes(adapter) {
  const char = 18
  const text = 25
  const catalogOnly = new Set([char, 22, 24, 30, 194, 1034, 2205, 2206])
  // The engine calls queryRaw on the adapter and on the transactions it starts: both inherit from one prototype.
  const prototype = Object.getPrototypeOf(Object.getPrototypeOf(adapter))
  if (prototype.taughtCatalogTypes) return adapter
  prototype.taughtCatalogTypes = true
  const { queryRaw } = prototype
  prototype.queryRaw = async function (query) {
    const result = await this.performIO(query)
    const isChar = result.fields.map((field) => field.dataTypeID === char)
    for (const field of result.fields) if (catalogOnly.has(field.dataTypeID)) field.dataTypeID = text
    const answer = await queryRaw.call(
      Object.create(this, { performIO: { value: async () => result } }),
      query,
    )
    for (const [index, is] of isChar.entries()) if (is) answer.columnTypes[index] = ColumnTypeEnum.Character
    return answer
  }
  return adapter
}

function serve(engine) {
  let last = Promise.resolve()
  const lines = createInterface({ input: process.stdin })
  lines.on('line', (line) => {
    if (line.trim()) last = last.then(() => answer(engine, JSON.parse(line)))
  })
  lines.on('close', () => last.finally(() => process.exit(0)))
}

let printed = 0

async function answer(engine, { id, method, params }) {
  // Without a method it is Prisma's reply to a `print` of ours.
  if (!method) return
  try {
    const result = await (method === 'getDatabaseVersion' ? engine.version(params) : engine[method](params))
    if (method === 'diff' && typeof result?.stdout === 'string') {
      printed += 1
      send({ method: 'print', params: { content: result.stdout }, id: printed })
    }
    send({ result: result ?? null, id })
  } catch (error) {
    const message = panicMessage() || error?.message || String(error)
    const known = { is_panic: false, message, meta: error?.meta ?? null, error_code: error?.code }
    const data = error?.code ? known : { is_panic: false, message, backtrace: null }
    send({ error: { code: 4466, message: 'An error happened. Check the data field for details.', data }, id })
  }
}

if (args.includes('--version')) console.log('schema-engine-cli wasm')
else if (args.includes('cli')) await answerCommand(args[args.indexOf('cli') + 1])
else serve(await loadEngine())
