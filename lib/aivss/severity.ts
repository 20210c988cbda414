export type Severity = 'None' | 'Low' | 'Medium' | 'High' | 'Critical'

export type SeverityBand = {
  readonly id: Severity
  readonly minTenths: number
  readonly maxTenths: number
}

/** The bands in rising order, bounds included. */
export const SEVERITIES: readonly SeverityBand[] = [
  { id: 'None', minTenths: 0, maxTenths: 0 },
  { id: 'Low', minTenths: 1, maxTenths: 39 },
  { id: 'Medium', minTenths: 40, maxTenths: 69 },
  { id: 'High', minTenths: 70, maxTenths: 89 },
  { id: 'Critical', minTenths: 90, maxTenths: 100 },
]

export const SEVERITY_IDS: readonly Severity[] = SEVERITIES.map(({ id }) => id)

/** As they are shown where what is dangerous comes first. */
export const WORST_FIRST: readonly Severity[] = SEVERITY_IDS.toReversed()

/** The band of a score that is already rounded to one decimal. */
export const severityOf = (scoreTenths: number): Severity =>
  SEVERITIES.find((band) => scoreTenths <= band.maxTenths)?.id ?? 'Critical'
