import { fitted, type Look, lengthOf, outlined } from '@/lib/press/outlines'
import type { FactorView } from '@/lib/report/report-detail'
import type { ReportView } from '@/lib/report/report-view'
import { kickerOf } from '@/lib/report/wording'
import { LIGHT } from '@/lib/theme/palette'
import { SEVERITY_STEPS } from '@/lib/theme/severity-mark'

const PICTURE = { width: 1200, height: 630 } as const

const LEFT = 64
const RIGHT = PICTURE.width - LEFT
const BESIDE = 480

/** What a preview shows of a report: its name, its score, and where the score comes from. */
export const pictureSvg = (view: ReportView): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE.width}" height="${PICTURE.height}" viewBox="0 0 ${PICTURE.width} ${PICTURE.height}">`,
    box(0, 0, PICTURE.width, PICTURE.height, LIGHT.paper),
    box(0, 0, PICTURE.width, 12, LIGHT.severity[view.severity].mark),
    ...head(view),
    box(LEFT, 246, RIGHT - LEFT, 2, LIGHT.ink),
    ...result(view),
    ...(view.detail ? bars(view.detail.factors) : summary(view.summary)),
    '</svg>',
  ].join('')

const KICKER: Look = { face: 'sans', size: 25, colour: LIGHT.inkSoft }

function head(view: ReportView): readonly string[] {
  const [kicker = ''] = fitted(kickerOf(view), KICKER, RIGHT - LEFT, 1)
  return [outlined(kicker, KICKER, LEFT, 82), ...name(view.name)]
}

/** As large as it can be on one line, and smaller on two. */
function name(text: string): readonly string[] {
  const look = (size: number): Look => ({ face: 'sans-600', size, colour: LIGHT.ink })
  const single = [72, 64, 56, 48].find((size) => lengthOf(text, look(size)) <= RIGHT - LEFT)
  if (single !== undefined) return [outlined(text, look(single), LEFT, 182)]
  const double = [48, 42, 38].find((size) => lengthOf(text, look(size)) <= (RIGHT - LEFT) * 1.85) ?? 38
  return fitted(text, look(double), RIGHT - LEFT, 2).map((line, index) =>
    outlined(line, look(double), LEFT, 150 + index * double * 1.24),
  )
}

function result({ score, severity, day, number }: ReportView): readonly string[] {
  const { fill, text, mark } = LIGHT.severity[severity]
  const word: Look = { face: 'sans-600', size: 34, colour: text }
  const small: Look = { face: 'sans', size: 22, colour: LIGHT.inkFaint }
  const bars = SEVERITY_STEPS.bars.map((bar, index) =>
    box(
      LEFT + 22 + bar.x * 2.2,
      448 + bar.y * 2.2,
      bar.width * 2.2,
      bar.height * 2.2,
      text,
      index < SEVERITY_STEPS.filled[severity] ? 1 : 0.28,
    ),
  )
  return [
    outlined(score, { face: 'sans-600', size: 164, colour: mark }, LEFT - 8, 396),
    `<rect x="${LEFT}" y="430" width="${lengthOf(severity, word) + 92}" height="62" rx="8" fill="${fill}"/>`,
    ...bars,
    outlined(severity, word, LEFT + 68, 473),
    outlined(`${day} · Revision ${number}`, small, LEFT, 548),
    outlined('Fullscore', { ...small, face: 'sans-600', colour: LIGHT.ink }, LEFT, 580),
  ]
}

const BAR = { x: 770, width: 270, height: 13 } as const

function bars(factors: readonly FactorView[]): readonly string[] {
  const label: Look = { face: 'sans', size: 22, colour: LIGHT.ink }
  const figure: Look = { face: 'mono-600', size: 22, colour: LIGHT.ink }
  return factors.flatMap(({ name, value, hundredths }, index) => {
    const baseline = 298 + index * 31.4
    const y = baseline - 13.5
    return [
      outlined(name, label, BESIDE, baseline),
      box(BAR.x, y, BAR.width, BAR.height, LIGHT.line),
      box(BAR.x, y, (BAR.width * hundredths) / 100, BAR.height, LIGHT.accent),
      box(BAR.x + BAR.width / 2 - 1, y, 2, BAR.height, LIGHT.paper),
      outlined(value, figure, RIGHT - lengthOf(value, figure), baseline),
    ]
  })
}

const summary = (text: string): readonly string[] => {
  const look: Look = { face: 'sans', size: 29, colour: LIGHT.ink }
  return fitted(text, look, RIGHT - BESIDE, 7).map((line, index) =>
    outlined(line, look, BESIDE, 306 + index * 43),
  )
}

const box = (x: number, y: number, width: number, height: number, fill: string, opacity = 1): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"${opacity === 1 ? '' : ` fill-opacity="${opacity}"`}/>`
