import { CHANGEABLE, READABLE, STOPPABLE } from '@/lib/cvss/impacts'
import type { CvssMetric } from '@/lib/cvss/metric'

/** The base metrics of CVSS v4.0, in the order that its specification prescribes for a vector string. */
export const METRICS_V40: readonly CvssMetric[] = [
  {
    code: 'AV',
    name: 'Attack Vector',
    question: 'From how far away can somebody attack?',
    values: [
      {
        code: 'N',
        name: 'Network',
        explanation: 'From anywhere that a network reaches, such as the internet.',
      },
      { code: 'A', name: 'Adjacent', explanation: 'Only from the same local network or radio range.' },
      {
        code: 'L',
        name: 'Local',
        explanation: 'Only with access to the machine, or by getting its user to open something.',
      },
      { code: 'P', name: 'Physical', explanation: 'Only with a hand on the device.' },
    ],
  },
  {
    code: 'AC',
    name: 'Attack Complexity',
    question: 'Must the attacker get round a defence that is built in?',
    values: [
      { code: 'L', name: 'Low', explanation: 'No: the attack works as it is, again and again.' },
      {
        code: 'H',
        name: 'High',
        explanation: 'Yes: a protection must be evaded or a secret obtained for each target.',
      },
    ],
  },
  {
    code: 'AT',
    name: 'Attack Requirements',
    question: 'Does success hang on circumstances that the attacker does not control?',
    values: [
      { code: 'N', name: 'None', explanation: 'No: it can be expected to work on most deployments.' },
      {
        code: 'P',
        name: 'Present',
        explanation: 'Yes: a race must be won, or a certain set-up must be in place.',
      },
    ],
  },
  {
    code: 'PR',
    name: 'Privileges Required',
    question: 'What rights does the attacker need beforehand?',
    values: [
      { code: 'N', name: 'None', explanation: 'None at all.' },
      { code: 'L', name: 'Low', explanation: 'Those of an ordinary user.' },
      { code: 'H', name: 'High', explanation: 'Those of an administrator.' },
    ],
  },
  {
    code: 'UI',
    name: 'User Interaction',
    question: 'Must another person do something?',
    values: [
      { code: 'N', name: 'None', explanation: 'No.' },
      {
        code: 'P',
        name: 'Passive',
        explanation: 'Yes, but no more than their usual work, without noticing.',
      },
      { code: 'A', name: 'Active', explanation: 'Yes, a deliberate act, such as dismissing a warning.' },
    ],
  },
  {
    code: 'VC',
    name: 'Confidentiality of the vulnerable system',
    question: 'What can be read on the system attacked?',
    values: READABLE,
  },
  {
    code: 'VI',
    name: 'Integrity of the vulnerable system',
    question: 'What can be changed on the system attacked?',
    values: CHANGEABLE,
  },
  {
    code: 'VA',
    name: 'Availability of the vulnerable system',
    question: 'What stops working on the system attacked?',
    values: STOPPABLE,
  },
  {
    code: 'SC',
    name: 'Confidentiality of subsequent systems',
    question: 'What can be read on systems beyond the one attacked?',
    values: READABLE,
  },
  {
    code: 'SI',
    name: 'Integrity of subsequent systems',
    question: 'What can be changed on systems beyond the one attacked?',
    values: CHANGEABLE,
  },
  {
    code: 'SA',
    name: 'Availability of subsequent systems',
    question: 'What stops working on systems beyond the one attacked?',
    values: STOPPABLE,
  },
]
