/** A report page as a person copies it, about an agent that does not exist. */
export const REPORT_TEXT = `Harbour Pilot Server — agentic threat model
This server books berths for ships and may cancel those of others.
OWASP AIVSS score rationale
| Autonomy of Action | 0.70 | |
| Goal-Driven Planning | 0.40 | |
| Self-Modification | 0.00 | |
| Dynamic Tool Use | 0.80 | |
| Persistent Memory | 0.20 | |
| Contextual Awareness | 0.50 | |
| Dynamic Identity | 0.60 | |
| Multi-Agent Interactions | 0.30 | |
| Non-Determinism | 0.45 | |
| Opacity & Reflexivity | 0.35 |
Scored with the canonical OWASP AIVSS formula; the factors are estimates.
MAESTRO 7-layer threat model
Threats for each layer. Layers tagged “not certain from listing” are general.
Not certain from the listing — Nobody says which model reads the harbour log.
Not certain from the listing — Tide tables could be poisoned; nothing is said of an index.
The booking tools take a berth number without a check.
A key of the harbour office lies in the environment.
Not certain from the listing — There may be a log of bookings.
One key opens every quay, so a mistake in one is a mistake in all.
Other agents may call it, and a hostile one could empty the harbour.
MAESTRO — the 7-layer framework of the Cloud Security Alliance.`

/** The same page with some of its lines replaced, by their number from 1. */
export const reportTextWith = (lines: Readonly<Record<number, string>>): string =>
  REPORT_TEXT.split('\n')
    .map((line, index) => lines[index + 1] ?? line)
    .join('\n')

/** What stands in it. */
export const RATINGS = {
  autonomy: 0.7,
  goalPlanning: 0.4,
  selfModification: 0,
  toolUse: 0.8,
  memory: 0.2,
  context: 0.5,
  identity: 0.6,
  multiAgent: 0.3,
  nonDeterminism: 0.45,
  opacity: 0.35,
}

export const NARRATIVES = [
  'Nobody says which model reads the harbour log.',
  'Tide tables could be poisoned; nothing is said of an index.',
  'The booking tools take a berth number without a check.',
  'A key of the harbour office lies in the environment.',
  'There may be a log of bookings.',
  'One key opens every quay, so a mistake in one is a mistake in all.',
  'Other agents may call it, and a hostile one could empty the harbour.',
]

export const CERTAINTIES = ['uncertain', 'uncertain', 'mapped', 'mapped', 'uncertain', 'mapped', 'mapped']
