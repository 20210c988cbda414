#!/usr/bin/env node
// `npm run generate`: writes the files that are made from code and kept under version control.
import { pathToFileURL } from 'node:url'
import { bundleScript, generateClient } from './start/prepare.mjs'
import { fail } from './start/step.mjs'

const client = await generateClient(() => {})
if (!client.ok) fail(client.error)
const bundled = await bundleScript('generate', () => {})
if (!bundled.ok) fail(bundled.error)
await import(pathToFileURL(bundled.value).href)
