import { cellsOf, printedNumber } from '@/lib/exchange/report-cells'
import { keyOf, type Line } from '@/lib/exchange/report-lines'

export type FigureName = 'base' | 'threat' | 'mitigation' | 'score' | 'computed'

/** A figure as it stands on a page; nothing is decided yet. */
export type Sighting = {
  readonly line: Line
  readonly rationale: string
} & (
  | { readonly name: FigureName | 'unlabelled'; readonly value: number; readonly isPerhapsVersion: boolean }
  | { readonly name: 'vector'; readonly vector: string }
)

const LABELS: Readonly<Record<FigureName, readonly string[]>> = {
  base: [
    'c',
    'cvss',
    'cvssv',
    'cvssb',
    'cvssbase',
    'cvssbasec',
    'ccvssbase',
    'cvssscore',
    'cvssbasescore',
    'basescore',
  ],
  threat: ['t', 'threat', 'threatmultiplier', 'threatmultipliert', 'tthreatmultiplier'],
  mitigation: ['m', 'mitigation', 'mitigationfactor', 'mitigationfactorm', 'mmitigationfactor'],
  score: ['aivss', 'owaspaivss', 'aivssscore', 'owaspaivssscore', 'score', 'agenticriskscore'],
  computed: ['f', 'factorsum', 'factorsumf', 'ffactorsum', 'aars', 'floorformula'],
}

const BY_LABEL: ReadonlyMap<string, FigureName> = new Map(
  (['base', 'threat', 'mitigation', 'score', 'computed'] as const).flatMap((name) =>
    LABELS[name].map((label) => [label, name] as const),
  ),
)

const LABEL_LENGTH_MAX = 60
const VERSION = /v?\s?(?:[34]\.[01]|0\.[58]|1\.0)/i

/** Which figure a label is about; the version of the standard may stand in it, any other digit may not. */
export function labelNamed(text: string): FigureName | undefined {
  if (text.length > LABEL_LENGTH_MAX) return undefined
  const label = text.replace(VERSION, '')
  return /\d/.test(label) ? undefined : BY_LABEL.get(keyOf(label))
}

const LINE_LENGTH_MAX = 300
const SEPARATOR = /[·•|;\t]|,\s/
const SEVERITY = /^(?:none|low|medium|high|critical)$/i
const VECTOR = /^(?:[a-z ]{0,20}[:=]?\s)?(CVSS:\S+)$/i
// A label has sixty characters at most, and the marks behind it count as label too: unbounded, both would try each place.
const FIGURE =
  /^(.{0,60}?)[\s:=]{0,12}([×x]?\s?[-–−+]?\d{1,6}(?:[.,]\d{1,9})?\s?[×x]?)(?:\s?\/\s?10(?:\.0)?)?(?:\s?[–—-]?\s?\(?(?:none|low|medium|high|critical)\)?)?$/i

/** The figures of a line that holds nothing else, such as “CVSS 9.1 · T 1.1”; null for a line of any other kind. */
export function figuresOn(line: Line): readonly Sighting[] | null {
  const row = figureRow(line)
  if (row !== null) return [row]
  if (line.text.length > LINE_LENGTH_MAX) return null
  const found: Sighting[] = []
  for (const part of line.text.split(SEPARATOR).map((piece) => piece.trim())) {
    if (part === '' || SEVERITY.test(part)) continue
    const figure = figureIn(part, line)
    if (figure === null) return null
    found.push(figure)
  }
  return found
}

/** A row of label, value and perhaps a rationale. */
function figureRow(line: Line): Sighting | null {
  const [label = '', number = '', ...rest] = cellsOf(line.text)
  const value = printedNumber(number)
  const name = labelNamed(label)
  if (name === undefined || value === undefined) return null
  const isPerhapsVersion = looksLikeVersion(label, value)
  return { name, value, line, rationale: rest.join(' | '), isPerhapsVersion }
}

function figureIn(part: string, line: Line): Sighting | null {
  const vector = VECTOR.exec(part)?.[1]
  if (vector !== undefined) return { name: 'vector', vector, line, rationale: '' }
  const [, label = '', number = ''] = FIGURE.exec(part) ?? []
  const value = printedNumber(number.trim())
  const name = label === '' ? 'unlabelled' : labelNamed(label)
  if (value === undefined || name === undefined) return null
  return { name, value, line, rationale: '', isPerhapsVersion: looksLikeVersion(label, value) }
}

/** “CVSS 4.0” may be a score or the version of the standard, and “AIVSS 0.8” as well. */
function looksLikeVersion(label: string, value: number): boolean {
  if (/\d/.test(label)) return false
  const key = keyOf(label)
  return key === 'cvss' || key === 'cvssv'
    ? [3, 3.1, 4].includes(value)
    : (key === 'aivss' || key === 'owaspaivss') && [0.5, 0.8, 1].includes(value)
}
