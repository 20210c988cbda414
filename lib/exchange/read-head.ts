import { LIMITS } from '@/lib/assessment/limits'
import type { Remark } from '@/lib/exchange/imported'
import { figuresOn, type Sighting } from '@/lib/exchange/report-figures'
import { type Line, remarkOn } from '@/lib/exchange/report-lines'
import { isBackLink, nameInTitle } from '@/lib/exchange/report-marks'
import { fittingText } from '@/lib/exchange/report-texts'

export type Head = {
  readonly name?: string
  readonly summary?: string
  readonly sightings: readonly Sighting[]
  readonly remarks: readonly Remark[]
}

/** The title, the paragraph below it, and the figures that may stand around them. */
export function readHead(lines: readonly Line[]): Head {
  const remarks: Remark[] = []
  const sightings: Sighting[] = []
  const paragraphs: Line[][] = []
  const titleAt = lines.findIndex(({ text }) => nameInTitle(text) !== null)
  let isOpen = false
  for (const [index, line] of lines.entries()) {
    const figures = line.text === '' ? null : figuresOn(line)
    if (figures !== null) sightings.push(...figures)
    const isWords = line.text !== '' && figures === null && nameInTitle(line.text) === null
    if (isWords && index < titleAt) {
      if (!isBackLink(line.text)) remarks.push(remarkOn(line, 'stands above the title and was not read.'))
    } else if (isWords && isOpen) paragraphs.at(-1)?.push(line)
    else if (isWords) paragraphs.push([line])
    isOpen = isWords && index > titleAt
  }
  const [summary = [], ...others] = paragraphs
  for (const line of others.flat()) {
    remarks.push(remarkOn(line, 'stands behind the summary and was not read; add it where it belongs.'))
  }
  return { ...nameOf(lines[titleAt], remarks), ...summaryOf(summary, remarks), sightings, remarks }
}

function nameOf(title: Line | undefined, remarks: Remark[]): { readonly name?: string } {
  const name = title && nameInTitle(title.text)
  if (!title || !name) {
    const message = 'There is no title that ends in “— agentic threat model”; give the agent a name.'
    remarks.push({ where: 'name', message })
    return {}
  }
  const fitting = fittingText(title, 'The name', name, LIMITS.name, remarks)
  return fitting === null ? {} : { name: fitting }
}

function summaryOf(lines: readonly Line[], remarks: Remark[]): { readonly summary?: string } {
  const first = lines[0]
  if (first === undefined) {
    remarks.push({ where: 'summary', message: 'There is no paragraph below the title; write a summary.' })
    return {}
  }
  const text = lines.map((line) => line.text).join('\n')
  const summary = fittingText(first, 'The summary', text, LIMITS.summary, remarks)
  return summary === null ? {} : { summary }
}
