import { exactScaled } from '@/lib/aivss/decimal'
import type { Formula } from '@/lib/aivss/formulas'
import type { CvssInput } from '@/lib/aivss/score-input'
import { bug } from '@/lib/base/assert'
import { parseCvss } from '@/lib/cvss/cvss'

/** A decimal that a schema has let through, as the integer that the core computes with. */
export const hundredthsOf = (value: number): number =>
  exactScaled(value, 2) ?? bug(`${value} is not in hundredths`)

const tenthsOf = (value: number): number => exactScaled(value, 1) ?? bug(`${value} is not in tenths`)

/** The base of a CVSS field that a schema has let through. */
export const cvssInputOf = (cvss: {
  readonly base?: number | undefined
  readonly vector?: string | undefined
}): CvssInput => {
  if (cvss.vector === undefined) {
    return {
      source: 'asserted',
      baseTenths: tenthsOf(cvss.base ?? bug('CVSS has neither a base nor a vector')),
    }
  }
  const read = parseCvss(cvss.vector)
  if (!read.ok) return bug(read.error)
  const { version, baseTenths, vector } = read.value
  return { source: version === '4.0' ? 'cvss-4.0' : 'cvss-3.1', baseTenths, vector }
}

/** The defaults of the papers, for what a request or a draft leaves out. */
export const defaultThreat = (formula: Formula): number => formula.defaultThreatHundredths / 100

export const DEFAULT_MITIGATION = 1

export const mitigationHundredthsOf = (formula: Formula, value: number | undefined): number | null =>
  formula.usesMitigation ? hundredthsOf(value ?? DEFAULT_MITIGATION) : null
