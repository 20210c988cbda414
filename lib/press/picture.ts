import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { rootFolder } from '@/lib/paths'
import { pictureSvg } from '@/lib/press/picture-svg'
import type { ReportView } from '@/lib/report/report-view'

/** The picture of a report as a PNG. Nothing is fetched: its text is shapes already. */
export async function reportPicture(view: ReportView): Promise<Uint8Array<ArrayBuffer>> {
  await ready()
  const drawing = new Resvg(pictureSvg(view), { font: { loadSystemFonts: false } })
  const picture = drawing.render()
  try {
    // A copy, because the memory of the renderer is given back.
    return new Uint8Array(picture.asPng())
  } finally {
    picture.free()
    drawing.free()
  }
}

let renderer: Promise<void> | undefined

/** Once for the process. What failed is tried again by whoever comes next. */
function ready(): Promise<void> {
  renderer ??= load().catch((error: unknown) => {
    renderer = undefined
    throw error
  })
  return renderer
}

async function load(): Promise<void> {
  const wasm = await readFile(join(rootFolder(), 'node_modules', '@resvg', 'resvg-wasm', 'index_bg.wasm'))
  await initWasm(wasm).catch((error: unknown) => {
    // Another copy of this module was first, as with a hot reload.
    if (!(error instanceof Error && /already initialized/i.test(error.message))) throw error
  })
}
