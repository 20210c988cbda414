import type { AgentHead } from '@/lib/compare/agent-head'
import type { ComparisonView } from '@/lib/compare/comparison-view'
import type { LayerRow } from '@/lib/compare/layer-rows'
import type { ReachView } from '@/lib/compare/reach-view'
import type { Standing } from '@/lib/compare/standing'
import type { WhyView } from '@/lib/compare/why'
import {
  COMPARISON_HEADINGS,
  costWords,
  lackingWords,
  NO_SCORE,
  noticeWords,
  priorityHeading,
  sameFactorsWords,
  setsWords,
} from '@/lib/compare/wording'
import { table } from '@/lib/report/markdown-table'
import { escapeInline, escapeLine } from '@/lib/report/markdown-text'
import { parseProse } from '@/lib/report/prose'
import { linkMarkdown } from '@/lib/report/prose-inline-markdown'
import { proseMarkdown } from '@/lib/report/prose-markdown'

/** The comparison as CommonMark with tables, in the order of its page. */
export const comparisonMarkdown = (view: ComparisonView): string =>
  [
    `# ${escapeLine(view.title)}`,
    ...view.cautions.map(escapeLine),
    ...standingParts(view),
    ...scoreParts(view),
    ...whyParts(view.whys),
    ...factorParts(view),
    ...layerParts(view),
    ...reachParts(view.reach),
  ]
    .join('\n\n')
    .concat('\n')

const namesOf = (agents: readonly AgentHead[]): readonly string[] =>
  agents.map(({ name }) => escapeInline(name))

const scoreParts = ({ agents, otherStandings }: ComparisonView): readonly string[] => {
  const row = (name: string, cellOf: (agent: AgentHead) => string) => [name, ...agents.map(cellOf)]
  return [
    `## ${COMPARISON_HEADINGS.scores}`,
    table(
      [
        '',
        ...agents.map(({ name, href }) =>
          href === null ? escapeInline(name) : linkMarkdown(href, [{ type: 'text', text: name }]),
        ),
      ],
      [
        row('Revision', ({ source }) => source.label),
        row('Formula', ({ formula }) => formula.title),
        row('Factor set', ({ factorSet }) => factorSet.name),
        ...(agents[0]?.figures ?? []).map(({ name }, place) =>
          row(name, ({ figures }) => figures[place]?.text ?? ''),
        ),
        row('Score', ({ score }) => (score === null ? NO_SCORE : `**${score.text} · ${score.severity}**`)),
      ],
    ),
    ...listed([...agents.flatMap(lackingWords), ...noticeWords(agents)]),
    `### ${COMPARISON_HEADINGS.others}`,
    table(
      ['Formula', ...namesOf(agents)],
      otherStandings.map(({ formula, scores }) => [
        formula.title,
        ...scores.map((score) => (score === null ? NO_SCORE : `${score.text} · ${score.severity}`)),
      ]),
    ),
    ...assumptionsOf(agents, otherStandings),
  ]
}

const standingParts = ({ agents, standing }: ComparisonView): readonly string[] => [
  `## ${priorityHeading(standing)}`,
  ...listed(
    standing.groups.map(({ priority, difference }) =>
      difference === null ? priority : `${priority} ${difference}`,
    ),
  ),
  ...assumptionsOf(agents, [standing]),
]

const assumptionsOf = (agents: readonly AgentHead[], standings: readonly Standing[]): readonly string[] =>
  listed(
    standings.flatMap(({ formula, scores }) =>
      scores.flatMap((score, place) =>
        score?.assumption ? [`${agents[place]?.name} under ${formula.title}: ${score.assumption}`] : [],
      ),
    ),
  )

const factorParts = ({ agents, factors, sameFactors }: ComparisonView): readonly string[] => [
  `## ${COMPARISON_HEADINGS.factors}`,
  'The highest rating of a row is in bold.',
  table(
    ['Factor', ...namesOf(agents), 'Spread'],
    factors.map(({ name, cells, spread }) => [
      name,
      ...cells.map(({ text, isHighest }) => (isHighest ? `**${text}**` : text)),
      spread?.text ?? '',
    ]),
  ),
  ...(sameFactors === 0 ? [] : [sameFactorsWords(sameFactors)]),
]

const layerParts = ({ agents, layers }: ComparisonView): readonly string[] => [
  `## ${COMPARISON_HEADINGS.layers}`,
  table(
    ['Layer', ...namesOf(agents), 'Certainty'],
    layers.map(({ id, name, cells, certaintyDiffers }) => [
      `${id} ${name}`,
      ...cells.map(({ text }) => text),
      certaintyDiffers ? 'differs' : 'the same',
    ]),
  ),
  ...layers.flatMap((layer) => narrativeParts(agents, layer)),
]

/** A narrative is written anew from what it was read as, so that it cannot leave its place. */
const narrativeParts = (agents: readonly AgentHead[], { id, name, cells }: LayerRow): readonly string[] => [
  `### ${id} ${name}`,
  ...cells.flatMap(({ text, narrative }, place) => [
    `#### ${escapeLine(agents[place]?.name ?? '')}`,
    `*${text}*`,
    ...(narrative === null ? [] : [proseMarkdown(parseProse(narrative))]),
  ]),
]

const whyParts = (whys: readonly WhyView[]): readonly string[] => [
  ...(whys.length === 0 ? [] : [`## ${COMPARISON_HEADINGS.why}`]),
  ...whys.flatMap(({ title, priority, total, parts, formula }) => [
    `### ${escapeLine(title)}`,
    escapeLine(`${priority} The parts add up to ${total.text} under ${formula.title}.`),
    ...listed(parts.map(({ name, values, text }) => `${text} ${name}: ${values}`)),
  ]),
]

const reachParts = (reach: ComparisonView['reach']): readonly string[] => {
  const known = reach.filter((view): view is ReachView => view !== null)
  return [
    ...(known.length === 0 ? [] : [`## ${COMPARISON_HEADINGS.reach}`]),
    ...known.flatMap(({ name, lead, singles, factors }) => [
      `### ${escapeLine(name)}`,
      escapeLine(lead),
      ...listed(singles.map(({ text, cost }) => `${text}: ${costWords(cost)}`)),
      ...factors.sentences.map(escapeLine),
      ...listed(factors.sets.map((set) => `${set.join(', ')}.`)),
      ...(factors.setsInAll > factors.sets.length ? [setsWords(factors)] : []),
    ]),
  ]
}

/** As one part of a document; of nothing, none. */
const listed = (lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [lines.map((line) => `- ${escapeLine(line)}`).join('\n')]
