import { HEADLINE_FORMULA } from '@/lib/aivss/formulas'
import type { Draft } from '@/lib/assessment/document'
import { SCHEMA_VERSION } from '@/lib/assessment/fields'
import { DEFAULT_MITIGATION, defaultThreat } from '@/lib/assessment/score-inputs'
import { parseDraft } from '@/lib/assessment/versions'
import { err, ok, type Result } from '@/lib/base/result'
import { remarksOnScore } from '@/lib/exchange/compare-score'
import { decideFigures } from '@/lib/exchange/decide-figures'
import { type Imported, type ImportProblem, REMARKS_MAX, type Remark } from '@/lib/exchange/imported'
import { readFactors } from '@/lib/exchange/read-factors'
import { readHead } from '@/lib/exchange/read-head'
import { readLayers } from '@/lib/exchange/read-layers'
import { linesOf, remarkOn } from '@/lib/exchange/report-lines'
import { type Sections, sectionsOf } from '@/lib/exchange/report-sections'

/** Reads the text of a report page as a person copies it: title, summary, factor table, seven paragraphs. */
export function readReportText(text: string): Result<Imported, ImportProblem[]> {
  const lines = linesOf(text)
  if (!lines.ok) return lines
  const sections = sectionsOf(lines.value)
  if (sections === null) return err([NOTHING_READ])
  const { draft, remarks } = readSections(sections)
  // What was put together is held to the schema like anything else that comes in.
  const parsed = parseDraft(draft)
  if (!parsed.ok) return err(parsed.error.map(({ path, message }) => ({ where: path, message })))
  return ok({ draft: parsed.value, form: 'report-text', remarks: bounded(remarks) })
}

const NOTHING_READ: ImportProblem = {
  where: 'the text',
  message:
    'This is neither a JSON document nor the text of a report: there is no title that ends in “— agentic threat model”, no factor table and no MAESTRO heading. Paste the whole page, or the document from “{” to “}”.',
}

function readSections(sections: Sections): { readonly draft: Draft; readonly remarks: readonly Remark[] } {
  const head = readHead(sections.head)
  const table = readFactors(sections.factors)
  const figures = decideFigures([...head.sightings, ...table.sightings])
  const layers = readLayers(sections.layers)
  const draft: Draft = {
    schemaVersion: SCHEMA_VERSION,
    ...(head.name !== undefined && { name: head.name }),
    ...(head.summary !== undefined && { summary: head.summary }),
    formula: HEADLINE_FORMULA.id,
    factorSet: table.factorSet,
    ...figures.fields,
    factors: table.factors,
    layers: layers.layers,
  }
  const remarks = [head, table, figures, layers].flatMap((part) => part.remarks)
  return {
    draft,
    remarks: [
      ...inOrder([...remarks, ...remarksOnRest(sections), ...remarksOnScore(draft, figures.printedScore)]),
      ...remarksOnDefaults(draft),
    ],
  }
}

const remarksOnRest = ({ rest, second }: Sections): readonly Remark[] => [
  ...rest
    .filter(({ text }) => text !== '')
    .map((line) => remarkOn(line, 'stands behind the end of the report and was not read.')),
  ...(second === undefined
    ? []
    : [remarkOn(second, 'begins another report; it was not read, so import it by itself.')]),
]

/** What a report without header figures leaves to whoever imports it. */
const remarksOnDefaults = ({ cvss, threatMultiplier, mitigationFactor }: Draft): readonly Remark[] => [
  ...(cvss === undefined
    ? [{ where: 'cvss', message: 'No CVSS base was read; give a vector or a base from 0 to 10.' }]
    : []),
  ...(threatMultiplier === undefined
    ? [
        {
          where: 'threatMultiplier',
          message: `No T was read; without one, publishing writes ${defaultThreat(HEADLINE_FORMULA)}.`,
        },
      ]
    : []),
  ...(mitigationFactor === undefined
    ? [
        {
          where: 'mitigationFactor',
          message: `No M was read; without one, publishing writes ${DEFAULT_MITIGATION}.`,
        },
      ]
    : []),
]

/** By line; what is about the text as a whole comes last. */
const inOrder = (remarks: readonly Remark[]): readonly Remark[] =>
  remarks.toSorted((one, other) => lineOf(one) - lineOf(other))

const lineOf = ({ where }: Remark): number =>
  where.startsWith('line ') ? Number(where.slice('line '.length)) : Number.MAX_SAFE_INTEGER

function bounded(remarks: readonly Remark[]): readonly Remark[] {
  const more = remarks.length - REMARKS_MAX
  if (more <= 0) return remarks
  const message = `There are ${more} more remarks of this kind; most of the text is not in the form of a report.`
  return [...remarks.slice(0, REMARKS_MAX), { where: 'the text', message }]
}
