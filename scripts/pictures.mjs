#!/usr/bin/env node
// Takes the README's pictures from a running app: node scripts/pictures.mjs http://localhost:3000
import { chromium } from '@playwright/test'
import { findOrInstallBrowser } from './test/browser.mjs'

const address = process.argv[2] ?? 'http://localhost:3000'
const pictures = [
  { name: 'library', path: '/', width: 1280, height: 800 },
  { name: 'report-phone', path: '/agents/azure-mcp-server-mcp/threat-model', width: 390, height: 640 },
  {
    name: 'calculator',
    path: '/calculator?cvss=9.8&threatMultiplier=1.10&mitigationFactor=0.80&autonomy=0.70&opacity=0.50',
    width: 1180,
    height: 860,
  },
]

let executablePath
await findOrInstallBrowser((note) => {
  executablePath = note.startsWith('/') ? note : undefined
})
const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 })
for (const { name, path, width, height } of pictures) {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 1.5 })
  await page.goto(address + path, { waitUntil: 'networkidle' })
  await page.screenshot({ path: `docs/pictures/${name}.png` })
  await page.close()
  console.log(`docs/pictures/${name}.png`)
}
await browser.close()
