#!/usr/bin/env node
// Takes the README's pictures from a running app, that of the editor as somebody who may write there:
// node scripts/pictures.mjs http://localhost:3000 ada@example.org 'her password' /w/harbour/agents/mail-agent/edit
import { chromium } from '@playwright/test'
import { findOrInstallBrowser } from './test/browser.mjs'

const [address = 'http://localhost:3000', email, password, editor] = process.argv.slice(2)
const pictures = [
  { name: 'library', path: '/', width: 1280, height: 800 },
  { name: 'report-phone', path: '/agents/azure-mcp-server-mcp/threat-model', width: 390, height: 640 },
  {
    name: 'calculator',
    path: '/calculator?cvss=9.8&threatMultiplier=1.10&mitigationFactor=0.80&autonomy=0.70&opacity=0.50',
    width: 1180,
    height: 860,
  },
  {
    name: 'compare',
    path: '/compare?agents=digitalocean-mcp-server,configcat-mcp-server,azure-mcp-server-mcp,cloudflare-mcp-servers',
    width: 1180,
    height: 1100,
  },
  ...(editor
    ? [
        { name: 'editor', path: editor, width: 1280, height: 860 },
        { name: 'dashboard', path: editor.split('/agents/')[0], width: 1180, height: 1100 },
      ]
    : []),
]

let executablePath
await findOrInstallBrowser((note) => {
  executablePath = note.startsWith('/') ? note : undefined
})
const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 })
const context = await browser.newContext({ deviceScaleFactor: 1.5 })
if (editor) {
  const page = await context.newPage()
  await page.goto(`${address}/sign-in`)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/w\//)
  await page.close()
}
for (const { name, path, width, height } of pictures) {
  const page = await context.newPage()
  await page.setViewportSize({ width, height })
  await page.goto(address + path, { waitUntil: 'networkidle' })
  await page.screenshot({ path: `docs/pictures/${name}.png` })
  await page.close()
  console.log(`docs/pictures/${name}.png`)
}
await browser.close()
