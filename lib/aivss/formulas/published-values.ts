import type { PublishedValue } from '@/lib/aivss/formula'

/** Threat multipliers of the 0.8 paper, which the amendment for v1 keeps. */
export const THREAT_MULTIPLIERS_08: readonly PublishedValue[] = [
  { hundredths: 100, label: 'Attacked', meaning: 'Attacks on it have been seen.' },
  { hundredths: 97, label: 'Proof of concept', meaning: 'Somebody has shown that it can be attacked.' },
  { hundredths: 50, label: 'Unreported', meaning: 'Nobody has reported an attack or shown one.' },
]

/** Mitigation factors of the 0.8 paper, which the amendment for v1 keeps. */
export const MITIGATION_FACTORS_08: readonly PublishedValue[] = [
  { hundredths: 100, label: 'None or weak', meaning: 'Nothing in place lowers the risk noticeably.' },
  { hundredths: 83, label: 'Partial', meaning: 'Some controls are in place and leave gaps.' },
  { hundredths: 67, label: 'Strong', meaning: 'Controls in several layers cover the risk.' },
]
