#!/usr/bin/env node
// `npm run generate`: writes the files that are made from code and kept under version control.
// `npm run generate -- --agents 100000`: fills a workspace with agents that nobody has written. package.json gives Node more
// room for what is thrown away soon, which makes a tenth more of them in a second.
import { dirname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundleScript, generateClient } from './start/prepare.mjs'
import { quietTelemetry } from './start/run.mjs'
import { fail, say, step } from './start/step.mjs'

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))))
quietTelemetry()
const args = process.argv.slice(2)
const script = args.length === 0 ? 'generate' : 'generate-agents'
const client = await generateClient(() => {})
if (!client.ok) fail(client.error)
const bundled = await bundleScript(script, () => {})
if (!bundled.ok) fail(bundled.error)
const { generateAgents } = await import(pathToFileURL(bundled.value).href)
if (args.length > 0) {
  const generated = await generateAgents(args, step)
  if (!generated.ok) fail(generated.error)
  say(generated.value)
  process.exit(0)
}
