import {
  calculateBaseScore,
  cvss_score,
  cvssLookup_globalV4,
  macroVector,
  maxSeverityV4,
  parseVectorV4,
} from 'cvss4'
import { err, ok, type Result } from '@/lib/base/result'
import {
  CVSS_METRICS,
  CVSS_VERSIONS,
  type CvssMetric,
  type CvssVersion,
  OTHER_GROUPS,
} from '@/lib/cvss/metrics'

/** A CVSS base score with the canonical vector that gives it. */
export type CvssBase = {
  readonly version: CvssVersion
  readonly vector: string
  readonly baseTenths: number
}

/** Longer than the longest base vector with every optional metric behind it. */
const LENGTH_MAX = 400

/** Reads a v4.0 or v3.1 vector of base metrics; the error is a sentence that says what to put right. */
export const parseCvss = (text: string): Result<CvssBase, string> => {
  if (text.length > LENGTH_MAX) return err(`A CVSS vector has at most ${LENGTH_MAX} characters.`)
  const [prefix = '', ...parts] = text.split('/')
  const version = CVSS_VERSIONS.find((known) => prefix === `CVSS:${known}`)
  if (version === undefined) return err(wrongVersion(text, prefix))
  const values = readMetrics(parts, version)
  if (!values.ok) return values
  const missing = CVSS_METRICS[version].filter((metric) => !values.value.has(metric.code))
  if (missing.length > 0) return err(`The vector lacks ${missing.map(titleOf).join(', ')}.`)
  const vector = [
    prefix,
    ...CVSS_METRICS[version].map(({ code }) => `${code}:${values.value.get(code) ?? ''}`),
  ].join('/')
  // Section 7 of the v4.0 specification fixes the order; section 6 of v3.1 only prefers one.
  if (version === '4.0' && vector !== text) {
    return err(`CVSS v4.0 fixes the order of the metrics. Write the vector as ${vector}.`)
  }
  return ok({ version, vector, baseTenths: BASE_TENTHS[version](vector) })
}

const readMetrics = (
  parts: readonly string[],
  version: CvssVersion,
): Result<ReadonlyMap<string, string>, string> => {
  const values = new Map<string, string>()
  for (const part of parts) {
    const [code = '', value = '', ...rest] = part.split(':')
    if (code === '' || value === '' || rest.length > 0) {
      return err(`“${part}” is not a metric; each is a name, a colon and a value, such as AV:N.`)
    }
    const metric = CVSS_METRICS[version].find((known) => known.code === code)
    if (metric === undefined) return err(notBase(part, code, version))
    if (values.has(code)) return err(`${titleOf(metric)} appears more than once; keep one.`)
    if (!metric.values.some((known) => known.code === value)) return err(wrongValue(part, metric, version))
    values.set(code, value)
  }
  return ok(values)
}

const titleOf = ({ code, name }: CvssMetric): string => `${code} (${name})`

const notBase = (part: string, code: string, version: CvssVersion): string => {
  const group = OTHER_GROUPS[version].find((other) => other.codes.includes(code))
  return group === undefined
    ? `“${part}” is not a metric of CVSS v${version}.`
    : `${part} is a metric of the ${group.name} group. Only base metrics are read here, as the score builds on the base; leave it out.`
}

const wrongValue = (part: string, metric: CvssMetric, version: CvssVersion): string => {
  const choices = metric.values.map((value) => `${value.code} ${value.name}`).join(', ')
  return `“${part}” gives a value that ${titleOf(metric)} does not have in CVSS v${version}. Choose from ${choices}.`
}

const wrongVersion = (text: string, prefix: string): string => {
  const named = /^CVSS:([0-9]{1,2}(?:\.[0-9]{1,2})?)$/.exec(prefix)?.[1]
  const found = named ?? (/^\(?AV:[LAN]\/AC:[HML]\/Au:/.test(text) ? '2.0' : undefined)
  return found === undefined
    ? 'A CVSS vector begins with CVSS:4.0/ or CVSS:3.1/.'
    : `This is a CVSS v${found} vector. Rate the case in v4.0, or in v3.1, and give that vector.`
}

const tenthsOf = (score: number): number => Math.round(score * 10)

/**
 * The library rounds an interpolated v4.0 score in binary floating point and so puts 522 of the 104,976 base
 * vectors a tenth too low: a tie such as 8.55 reaches it as 8.5499…. The reference implementation has since
 * lifted the value by a millionth before rounding; lifting the whole table gives the library the same lift.
 */
const LIFTED_TABLE: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(cvssLookup_globalV4).map(([macro, score]) => [macro, score + 1e-6]),
)

const BASE_TENTHS: Readonly<Record<CvssVersion, (vector: string) => number>> = {
  '4.0': (vector) => {
    const selected = parseVectorV4(vector)
    return tenthsOf(cvss_score(selected, LIFTED_TABLE, maxSeverityV4, macroVector(selected)))
  },
  '3.1': (vector) => tenthsOf(calculateBaseScore(vector)),
}
