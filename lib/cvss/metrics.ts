import type { CvssMetric } from '@/lib/cvss/metric'
import { METRICS_V31 } from '@/lib/cvss/metrics-v31'
import { METRICS_V40 } from '@/lib/cvss/metrics-v40'

export const CVSS_VERSIONS = ['4.0', '3.1'] as const

export type CvssVersion = (typeof CVSS_VERSIONS)[number]

export type { CvssMetric, CvssValue } from '@/lib/cvss/metric'

/** The base metrics of each version that we read, in the order of a canonical vector. */
export const CVSS_METRICS: Readonly<Record<CvssVersion, readonly CvssMetric[]>> = {
  '4.0': METRICS_V40,
  '3.1': METRICS_V31,
}

type OtherGroup = { readonly name: string; readonly codes: readonly string[] }

const REQUIREMENTS = ['CR', 'IR', 'AR']

/** The metrics that are not base metrics; a vector with one of them has another score, so each is refused by name. */
export const OTHER_GROUPS: Readonly<Record<CvssVersion, readonly OtherGroup[]>> = {
  '4.0': [
    { name: 'threat', codes: ['E'] },
    {
      name: 'environmental',
      codes: [...REQUIREMENTS, ...METRICS_V40.map((metric) => `M${metric.code}`)],
    },
    { name: 'supplemental', codes: ['S', 'AU', 'R', 'V', 'RE', 'U'] },
  ],
  '3.1': [
    { name: 'temporal', codes: ['E', 'RL', 'RC'] },
    {
      name: 'environmental',
      codes: [...REQUIREMENTS, ...METRICS_V31.map((metric) => `M${metric.code}`)],
    },
  ],
}
