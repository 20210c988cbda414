import { FACTOR_SETS, FACTORS, type FactorId, type FactorSetId } from '@/lib/aivss/factors'
import { factorDecimal } from '@/lib/assessment/decimals'
import type { Draft } from '@/lib/assessment/document'
import type { Remark } from '@/lib/exchange/imported'
import { cellsOf, factorNamed, isRuler, printedNumber } from '@/lib/exchange/report-cells'
import { figuresOn, type Sighting } from '@/lib/exchange/report-figures'
import { type Line, remarkOn } from '@/lib/exchange/report-lines'
import { isFactorHeading, isFormulaLine } from '@/lib/exchange/report-marks'
import { rationaleIn } from '@/lib/exchange/report-texts'

type Factors = NonNullable<Draft['factors']>
type Row = { readonly id: FactorId; readonly line: Line; readonly value: string; readonly rationale: string }

export type ReadFactors = {
  readonly factorSet: FactorSetId
  readonly factors: Factors
  readonly sightings: readonly Sighting[]
  readonly remarks: readonly Remark[]
}

/** The table of factors, and what stands between its rows. */
export function readFactors(lines: readonly Line[]): ReadFactors {
  const remarks: Remark[] = []
  const sightings: Sighting[] = []
  const rows: Row[] = []
  let isRenamed = false
  for (const line of lines) {
    const [name = '', value = '', ...rest] = cellsOf(line.text)
    const factor = factorNamed(name) ?? factorNamed(line.text)
    if (factor !== undefined) {
      isRenamed ||= factor.renamed
      rows.push({ id: factor.id, line, value, rationale: rest.join(' | ') })
    } else readOther(line, rows.length === 0, sightings, remarks)
  }
  const factorSet = factorSetOf(rows, isRenamed)
  const rated = new Map<FactorId, Row>()
  for (const row of rows) {
    const flaw = flawOfRow(row, factorSet, rated.get(row.id))
    if (flaw !== null) remarks.push(remarkOn(row.line, flaw))
    else if (!rated.has(row.id)) rated.set(row.id, row)
  }
  remarks.push(...missingRows(factorSet, rows))
  return { factorSet, factors: factorsOf(rated, remarks), sightings, remarks }
}

function readOther(line: Line, isAboveTable: boolean, sightings: Sighting[], remarks: Remark[]): void {
  const cells = cellsOf(line.text)
  if (line.text === '' || isRuler(cells) || isFactorHeading(line.text)) return
  if (isFormulaLine(line.text)) {
    if (/\b(?:0\.5|1\.0)\b/.test(line.text)) {
      remarks.push(remarkOn(line, 'names another formula; AIVSS 0.8 was chosen, so choose again if need be.'))
    }
    return
  }
  const figures = figuresOn(line)
  const isHeader = isAboveTable && cells.length > 1 && !cells.some((cell) => /\d/.test(cell))
  if (figures !== null) sightings.push(...figures)
  else if (!isHeader) {
    remarks.push(remarkOn(line, 'names no factor and was not read; correct the name, or add it by hand.'))
  }
}

/** The tenth factor tells the set; where it is lost, the names that only the 0.8 paper uses do. */
function factorSetOf(rows: readonly Row[], isRenamed: boolean): FactorSetId {
  const [planning, language] = (['goalPlanning', 'language'] as const).map((id) =>
    rows.some((row) => row.id === id),
  )
  const isLanguage = planning === language ? isRenamed : language
  return isLanguage ? 'natural-language' : 'goal-planning'
}

function flawOfRow(
  { id, line, value }: Row,
  factorSet: FactorSetId,
  earlier: Row | undefined,
): string | null {
  const { name } = FACTORS[id]
  if (!FACTOR_SETS[factorSet].factors.includes(id)) {
    return `was not read, because ${name} is not in the factor set ${factorSet}, which the other rows belong to.`
  }
  if (earlier !== undefined) {
    const same = printedNumber(earlier.value) === printedNumber(value)
    return same ? null : `rates ${name} a second time; line ${earlier.line.number} was taken, so check it.`
  }
  const number = printedNumber(value)
  if (number === undefined) {
    const found = value === '' || line.text === value ? 'no rating' : 'a rating that is no number'
    return `has ${found}; ${name} stays unrated, so rate it from 0 to 1.`
  }
  const checked = factorDecimal(name).safeParse(number)
  return checked.success
    ? null
    : `stays unrated. ${checked.error.issues[0]?.message ?? 'The rating is out of range.'}`
}

const missingRows = (factorSet: FactorSetId, rows: readonly Row[]): readonly Remark[] =>
  FACTOR_SETS[factorSet].factors
    .filter((id) => !rows.some((row) => row.id === id))
    .map((id) => ({
      where: `factors.${id}.value`,
      message: `${FACTORS[id].name} was not found in the table; rate it from 0 to 1.`,
    }))

const factorsOf = (rated: ReadonlyMap<FactorId, Row>, remarks: Remark[]): Factors =>
  Object.fromEntries(
    [...rated].map(([id, row]) => [id, { value: printedNumber(row.value), ...rationaleIn(row, remarks) }]),
  )
