#!/usr/bin/env node
// `npm run reset-link -- EMAIL`: prints a link that sets the password of an account, once and within an hour.
import { dirname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundleScript } from './start/prepare.mjs'
import { quietTelemetry } from './start/run.mjs'
import { fail, say } from './start/step.mjs'

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))))
quietTelemetry()
const [email, ...others] = process.argv.slice(2)
if (!email || others.length > 0) fail('Say whose password: npm run reset-link -- ada@example.org')
const bundled = await bundleScript('reset-link', () => {})
if (!bundled.ok) fail(bundled.error)
const { resetLink } = await import(pathToFileURL(bundled.value).href)
const link = await resetLink(email)
if (!link.ok) fail(link.error)
say(`This link sets the password of ${email}, once and within an hour:\n${link.value}`)
