import type { CvssValue } from '@/lib/cvss/metric'

/** The values that both versions give to a loss of confidentiality. */
export const READABLE: readonly CvssValue[] = [
  { code: 'H', name: 'High', explanation: 'Everything, or something whose loss is serious in itself.' },
  { code: 'L', name: 'Low', explanation: 'Something, but the attacker cannot choose what or how much.' },
  { code: 'N', name: 'None', explanation: 'Nothing.' },
]

/** The same for integrity. */
export const CHANGEABLE: readonly CvssValue[] = [
  { code: 'H', name: 'High', explanation: 'Everything, or something whose change is serious in itself.' },
  { code: 'L', name: 'Low', explanation: 'Something, with limited reach and without serious effect.' },
  { code: 'N', name: 'None', explanation: 'Nothing.' },
]

/** The same for availability. */
export const STOPPABLE: readonly CvssValue[] = [
  { code: 'H', name: 'High', explanation: 'All of it, or a part that people cannot do without.' },
  { code: 'L', name: 'Low', explanation: 'It slows down or falters, and is never wholly gone.' },
  { code: 'N', name: 'None', explanation: 'Nothing.' },
]
