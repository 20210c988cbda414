import { CHANGEABLE, READABLE, STOPPABLE } from '@/lib/cvss/impacts'
import type { CvssMetric } from '@/lib/cvss/metric'

/** The base metrics of CVSS v3.1, in the order that its specification prefers for a vector string. */
export const METRICS_V31: readonly CvssMetric[] = [
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
    question: 'Does success hang on circumstances that the attacker does not control?',
    values: [
      { code: 'L', name: 'Low', explanation: 'No: the attack can be repeated at will.' },
      { code: 'H', name: 'High', explanation: 'Yes: the attacker must prepare each target or win a race.' },
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
      { code: 'R', name: 'Required', explanation: 'Yes, somebody must act before the attack can work.' },
    ],
  },
  {
    code: 'S',
    name: 'Scope',
    question: 'Does the harm reach beyond what the vulnerable part governs?',
    values: [
      { code: 'U', name: 'Unchanged', explanation: 'No, it stays under the same authority.' },
      { code: 'C', name: 'Changed', explanation: 'Yes, it touches what another authority governs.' },
    ],
  },
  { code: 'C', name: 'Confidentiality', question: 'What can be read?', values: READABLE },
  { code: 'I', name: 'Integrity', question: 'What can be changed?', values: CHANGEABLE },
  { code: 'A', name: 'Availability', question: 'What stops working?', values: STOPPABLE },
]
