/**
 * Signs that our fonts lack, drawn: polygons in thousandths of the size of the text, counted upwards from the baseline.
 * What overlaps inside one sign is filled by the even-odd rule.
 */
type Polygon = readonly (readonly [number, number])[]
export type Drawing = { readonly advance: number; readonly polygons: readonly Polygon[] }

const ADVANCE = 720

export const drawingOf = (cluster: string): Drawing => SYMBOLS[cluster] ?? MISSING

const rectangle = (left: number, bottom: number, right: number, top: number): Polygon => [
  [left, bottom],
  [right, bottom],
  [right, top],
  [left, top],
]

const diamond = (radius: number): Polygon => [
  [360 - radius, 330],
  [360, 330 - radius],
  [360 + radius, 330],
  [360, 330 + radius],
]

const mirrored = (polygon: Polygon): Polygon => polygon.map(([x, y]) => [ADVANCE - x, y])

const RIGHT_ARROW: Polygon = [
  [70, 295],
  [520, 295],
  [375, 150],
  [425, 100],
  [655, 330],
  [425, 560],
  [375, 510],
  [520, 365],
  [70, 365],
]

const EQUAL: readonly Polygon[] = [rectangle(110, 195, 610, 260), rectangle(110, 395, 610, 460)]

const LESS: Polygon = [
  [610, 640],
  [110, 430],
  [110, 370],
  [610, 160],
  [610, 235],
  [210, 400],
  [610, 565],
]

const sign = (...polygons: readonly Polygon[]): Drawing => ({ advance: ADVANCE, polygons })

const SYMBOLS: Readonly<Record<string, Drawing>> = {
  '→': sign(RIGHT_ARROW),
  '←': sign(mirrored(RIGHT_ARROW)),
  '↔': sign(
    [
      [255, 295],
      [465, 295],
      [355, 165],
      [405, 115],
      [675, 330],
      [405, 545],
      [355, 495],
      [465, 365],
      [255, 365],
    ],
    mirrored([
      [465, 295],
      [355, 165],
      [405, 115],
      [675, 330],
      [405, 545],
      [355, 495],
      [465, 365],
    ]),
  ),
  '≤': sign(LESS, rectangle(110, 40, 610, 105)),
  '≥': sign(mirrored(LESS), rectangle(110, 40, 610, 105)),
  '≠': sign(...EQUAL, [
    [235, 90],
    [300, 90],
    [485, 565],
    [420, 565],
  ]),
  '■': sign(rectangle(90, 60, 630, 600)),
  '□': sign(rectangle(90, 60, 630, 600), rectangle(150, 120, 570, 540)),
  '◆': sign(diamond(310)),
  '◇': sign(diamond(310), diamond(225)),
  '✓': sign([
    [90, 300],
    [145, 355],
    [290, 205],
    [575, 590],
    [635, 545],
    [298, 95],
  ]),
}

/** A frame with a stroke through it, where a character would be that no font of ours has. */
const MISSING: Drawing = {
  advance: 640,
  polygons: [
    rectangle(60, -60, 580, 700),
    rectangle(105, -15, 535, 655),
    [
      [105, 20],
      [105, -15],
      [150, -15],
      [535, 620],
      [535, 655],
      [490, 655],
    ],
  ],
}
