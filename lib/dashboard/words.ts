import type { MovementCause, MovementPart } from '@/lib/agents/cards/movement'
import { formatSigned } from '@/lib/aivss/decimal'
import { formulaOf } from '@/lib/aivss/formulas'
import { partName } from '@/lib/compare/part-words'
import type { TrendStep } from '@/lib/dashboard/agent-trend'
import type { MovedAgent, Movement } from '@/lib/dashboard/movement'
import type { Change } from '@/lib/dashboard/net-change'
import { SMALLEST_SAID } from '@/lib/dashboard/reasons'
import { formatDay } from '@/lib/report/dates'
import { MATCHES_MAX } from '@/lib/search/matches'

export const CHANGE_NAMES: Readonly<Record<Change, string>> = {
  rose: 'Got worse',
  fell: 'Got better',
  new: 'New',
  gone: 'No longer shown',
  formula: 'Under another formula',
}

/** What was done, where that is all that can be said of a change. */
const CAUSES: Readonly<Record<MovementCause, string>> = {
  published: 'published',
  withdrawn: 'withdrawn',
  deleted: 'in the trash',
  restored: 'out of the trash',
}

const partText = ({ part, points }: MovementPart): string =>
  `${part === 'formula' ? 'Another formula' : partName(part)} ${formatSigned(Math.round(points * 100), 2)}`

/** Why an agent shows another score than at the moment that is looked back to. */
export function reasonText({ before, after, reason }: MovedAgent): string {
  if (before === null || after === null) return reason ? CAUSES[reason.cause] : ''
  const mostly = mostlyText(reason)
  return before.formula === after.formula
    ? mostly
    : `${formulaOf(before.formula).title} → ${formulaOf(after.formula).title}, ${mostly}`
}

function mostlyText(reason: MovedAgent['reason']): string {
  if (reason?.mostly) return `mostly ${partText(reason.mostly)}`
  return reason?.isAddedUp ? 'by less than 0.01 of any input' : 'in several steps'
}

/** Where no agent shows another score than then, as far as was looked. */
export const nothingMovedText = ({ isBounded, since }: Pick<Movement, 'isBounded' | 'since'>): string =>
  isBounded
    ? 'None of them shows another score now.'
    : `No agent shows another score than on ${formatDay(since)}.`

export const countText = (count: number): string => count.toLocaleString('en')

/** Where not every step was looked at there may be more. */
export const movedText = (count: number, { isBounded }: Pick<Movement, 'isBounded'>): string =>
  `${countText(count)}${isBounded ? '+' : ''}`

/** Of what is counted row by row. */
export const boundedText = (count: number): string =>
  count > MATCHES_MAX ? `${countText(MATCHES_MAX)}+` : countText(count)

/** What happened at a step of one agent's trend. */
export function stepText({ cause, number, before }: TrendStep): string {
  switch (cause) {
    case 'published':
      return `Revision ${number} was published`
    case 'withdrawn':
      return number === null ? 'The last revision was withdrawn' : `Withdrawn: revision ${number} is shown`
    case 'deleted':
      return 'Put into the trash'
    case 'restored':
      return before === null ? 'Taken out of the trash' : `Revision ${number} is shown`
  }
}

/** Why the score is another one than at the step before. */
export function stepReason({ before, after, parts }: TrendStep): string {
  if (before === null || after === null) return ''
  const said = parts.filter(({ points }) => Math.abs(points) >= SMALLEST_SAID)
  return said.length === 0 ? 'No input of the score changed' : said.map(partText).join(', ')
}
