import { encode } from 'uqr'

/** Modules on a side, and the dark ones as a path in that square; made here, because the text may be a secret. */
export type QrCode = { readonly size: number; readonly path: string }

/** With the quiet zone of four modules that the standard asks for (ISO/IEC 18004). */
export function drawQrCode(text: string): QrCode {
  const { size, data } = encode(text, { ecc: 'L', border: 4 })
  return { size, path: data.map((row, y) => drawRow(row, y)).join('') }
}

/** Runs of dark modules as one rectangle each. */
const drawRow = (row: readonly boolean[], y: number): string =>
  [
    ...row
      .map((dark) => (dark ? '#' : ' '))
      .join('')
      .matchAll(/#+/g),
  ]
    .map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`)
    .join('')
