import type { z } from 'zod'
import { baseDecimal, mitigationDecimal, threatDecimal } from '@/lib/assessment/decimals'
import type { Draft } from '@/lib/assessment/document'
import { parseCvss } from '@/lib/cvss/cvss'
import type { Remark } from '@/lib/exchange/imported'
import type { Sighting } from '@/lib/exchange/report-figures'
import { type Line, remarkOn } from '@/lib/exchange/report-lines'
import { rationaleIn } from '@/lib/exchange/report-texts'

/** The score that a page prints, which is compared and never taken. */
export type PrintedScore = { readonly value: number; readonly line: Line }

export type DecidedFigures = {
  readonly fields: Pick<Draft, 'cvss' | 'threatMultiplier' | 'mitigationFactor'>
  readonly printedScore: PrintedScore | null
  readonly remarks: readonly Remark[]
}

type Numeric = Extract<Sighting, { readonly value: number }>

const isNumeric = (sighting: Sighting): sighting is Numeric => sighting.name !== 'vector'

/** Takes each figure that the page gives once, or several times alike; of every other it says why not. */
export function decideFigures(sightings: readonly Sighting[]): DecidedFigures {
  const remarks: Remark[] = sightings
    .filter(({ name }) => name === 'unlabelled')
    .map(({ line }) => remarkOn(line, 'holds a number without a name; enter it by hand where it belongs.'))
  const numbers = sightings.filter(isNumeric)
  const decide = (name: Numeric['name'], title: string, schema?: z.ZodType<number>) =>
    decideOne(
      numbers.filter((sighting) => sighting.name === name),
      title,
      schema,
      remarks,
    )
  const threat = decide('threat', 'T', threatDecimal)
  const mitigation = decide('mitigation', 'M', mitigationDecimal)
  const score = decide('score', 'The score')
  const cvss = decideCvss(sightings, decide('base', 'C', baseDecimal), remarks)
  return {
    fields: {
      ...(cvss && { cvss }),
      ...(threat && { threatMultiplier: { value: threat.value, ...rationaleIn(threat, remarks) } }),
      ...(mitigation && {
        mitigationFactor: { value: mitigation.value, ...rationaleIn(mitigation, remarks) },
      }),
    },
    printedScore: score && { value: score.value, line: score.line },
    remarks,
  }
}

function decideOne(
  found: readonly Numeric[],
  title: string,
  schema: z.ZodType<number> | undefined,
  remarks: Remark[],
): Numeric | null {
  const certain = found.filter(({ isPerhapsVersion }) => !isPerhapsVersion)
  const first = certain[0]
  if (first === undefined) {
    const unsure = found[0]
    if (unsure) {
      const message = `may be the version of the standard; if it is ${title}, enter it by hand.`
      remarks.push(remarkOn(unsure.line, message))
    }
    return null
  }
  const other = certain.find(({ value }) => value !== first.value)
  if (other !== undefined) {
    const message = `says ${other.value} where line ${first.line.number} says ${first.value}; ${title} was not read, so enter the right one.`
    remarks.push(remarkOn(other.line, message))
    return null
  }
  const checked = schema?.safeParse(first.value)
  if (checked?.success === false) {
    const why = checked.error.issues[0]?.message ?? 'The value is out of range.'
    remarks.push(remarkOn(first.line, `was not read. ${why}`))
    return null
  }
  return first
}

/** A vector says more than the base that follows from it; where the two disagree, neither can be trusted. */
function decideCvss(
  sightings: readonly Sighting[],
  base: Numeric | null,
  remarks: Remark[],
): Draft['cvss'] | null {
  const vectors = sightings.filter((sighting) => sighting.name === 'vector')
  const asserted = base && { base: base.value, ...rationaleIn(base, remarks) }
  const first = vectors[0]
  if (first === undefined) return asserted
  const other = vectors.find(({ vector }) => vector !== first.vector)
  if (other !== undefined) {
    remarks.push(remarkOn(other.line, 'is a second CVSS vector; neither was read, so enter the right one.'))
    return null
  }
  const read = parseCvss(first.vector)
  if (!read.ok) {
    remarks.push(remarkOn(first.line, `was not read. ${read.error}`))
    return asserted
  }
  if (base !== null && Math.round(base.value * 10) !== read.value.baseTenths) {
    const message = `has the base ${(read.value.baseTenths / 10).toFixed(1)}, but line ${base.line.number} says ${base.value}; C was not read, so enter the right one.`
    remarks.push(remarkOn(first.line, message))
    return null
  }
  return { ...(base && rationaleIn(base, remarks)), vector: first.vector }
}
