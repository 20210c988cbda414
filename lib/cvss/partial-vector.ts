import { CVSS_METRICS, CVSS_VERSIONS, type CvssMetric, type CvssVersion } from '@/lib/cvss/metrics'

/** The value chosen for each metric, by their codes; a metric without a choice has none. */
export type CvssChoices = Readonly<Record<string, string | undefined>>

/** A vector on its way: what is chosen so far, and what was typed that says nothing yet. */
export type PartialVector = {
  readonly version: CvssVersion
  readonly choices: CvssChoices
  /** Parts that are no choice, such as `AV:`, `E:A` or a second `AV:N`; kept, so that nothing typed is lost. */
  readonly rest: readonly string[]
}

/** Null for what does not begin as a vector of a version that we read. Any order will do, as any will to a person. */
export const readPartialVector = (text: string): PartialVector | null => {
  const [prefix, ...parts] = text.trim().split('/')
  const version = CVSS_VERSIONS.find((known) => prefix === `CVSS:${known}`)
  if (version === undefined) return null
  const chosen = new Map<string, string>()
  const rest: string[] = []
  for (const part of parts) {
    const [code = '', value = '', ...more] = part.split(':')
    const metric = CVSS_METRICS[version].find((known) => known.code === code)
    const isChoice = more.length === 0 && metric?.values.some((known) => known.code === value) === true
    if (isChoice && !chosen.has(code)) chosen.set(code, value)
    else if (part !== '') rest.push(part)
  }
  return { version, choices: Object.fromEntries(chosen), rest }
}

/** In the order that v4.0 prescribes and v3.1 prefers; incomplete when the choices are. */
export const writePartialVector = (
  version: CvssVersion,
  choices: CvssChoices,
  rest: readonly string[] = [],
): string =>
  [
    `CVSS:${version}`,
    ...CVSS_METRICS[version].flatMap(({ code }) =>
      choices[code] === undefined ? [] : [`${code}:${choices[code]}`],
    ),
    ...rest,
  ].join('/')

/** The vector with one more choice; whatever else was said of that metric gives way to it. */
export const chooseMetric = (text: string, version: CvssVersion, code: string, value: string): string => {
  const read = readPartialVector(text)
  const partial = read?.version === version ? read : { choices: {}, rest: [] }
  const rest = partial.rest.filter((part) => part.split(':')[0] !== code)
  return writePartialVector(version, { ...partial.choices, [code]: value }, rest)
}

export const missingMetrics = ({ version, choices }: PartialVector): readonly CvssMetric[] =>
  CVSS_METRICS[version].filter(({ code }) => choices[code] === undefined)

/** The metrics that mean the same in both versions; the values have the same codes. */
const SAME: readonly (readonly [v40: string, v31: string])[] = [
  ['AV', 'AV'],
  ['AC', 'AC'],
  ['PR', 'PR'],
  ['VC', 'C'],
  ['VI', 'I'],
  ['VA', 'A'],
]

/** What a vector says in the words of the other version, on top of what was said there before. */
export const carryOver = (from: PartialVector, kept: string): string => {
  const version: CvssVersion = from.version === '4.0' ? '3.1' : '4.0'
  const carried = SAME.flatMap(([v40, v31]) => {
    const [source, target] = version === '4.0' ? [v31, v40] : [v40, v31]
    const value = from.choices[source]
    return value === undefined ? [] : [[target, value] as const]
  })
  return carried.reduce((text, [code, value]) => chooseMetric(text, version, code, value), kept)
}
