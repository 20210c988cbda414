import { type AssessmentDocument, documentSchema } from '@/lib/assessment/document'
import type { ComparedAgent } from '@/lib/compare/compared-agent'
import { type ComparisonView, compareAgents } from '@/lib/compare/comparison-view'
import { comparisonPaper } from '@/lib/compare/paper'
import { widestWhy } from '@/lib/compare/present'
import { readDemoFiles } from '@/lib/demo/files'
import type { PrintedComparison } from '@/lib/press/comparison-pdf'
import { PUBLIC_URL } from '@/lib/press/testing/reports'

/** The agents of the demo library, as they are listed. */
export const demoAgents = (): readonly ComparedAgent[] =>
  readDemoFiles().map(({ slug, document, publishedAt }) => ({
    key: slug,
    name: document.name,
    href: `${PUBLIC_URL}/agents/${slug}`,
    document,
    source: { kind: 'published', number: 1, publishedAt },
  }))

/** Six agents in all of whose texts and names the same is written. */
export const sixWith = (
  name: string,
  changes: { readonly narrative: string; readonly rationale: string },
): readonly ComparedAgent[] => {
  const [first] = readDemoFiles()
  if (!first) throw new Error('The demo library is empty')
  return Array.from({ length: 6 }, (_, place) => ({
    key: `agent-${place}`,
    name,
    href: null,
    document: filled(first.document, changes),
    source: { kind: 'published', number: 1, publishedAt: first.publishedAt },
  }))
}

const filled = (
  document: AssessmentDocument,
  { narrative, rationale }: { readonly narrative: string; readonly rationale: string },
): AssessmentDocument =>
  documentSchema.parse({
    ...document,
    factors: Object.fromEntries(
      Object.entries(document.factors).map(([id, factor]) => [id, { ...factor, rationale }]),
    ),
    layers: Object.fromEntries(
      Object.entries(document.layers).map(([id, layer]) => [id, { ...layer, narrative }]),
    ),
  })

export const printedOf = (
  agents: readonly ComparedAgent[],
  title = 'What we could buy',
): PrintedComparison => ({
  view: compareAgents(agents),
  paper: comparisonPaper(title, 'Shared by A team', {
    publicUrl: PUBLIC_URL,
    now: new Date('2026-11-21T10:00:00Z'),
  }),
})

/** Every text of a comparison in the order in which it is read. */
export const wordsOfComparison = ({ view, paper }: PrintedComparison): readonly string[] => [
  `${view.agents.length} agents`,
  paper.title,
  `${paper.source} · ${paper.day}`,
  `Priority under ${view.standing.formula.title}`,
  ...view.cautions,
  ...view.standing.groups.flatMap(({ severity, priority, difference }) => [
    severity,
    priority,
    difference ?? '',
  ]),
  ...scoreWords(view),
  ...whyWords(view),
  ...factorWords(view),
  ...layerWords(view),
  ...reachWords(view),
  'Method and provenance',
  ...[view.standing, ...view.otherStandings].flatMap(({ formula }) => [formula.title, formula.equation]),
  ...view.agents.flatMap(({ name, source }) => [name, source.label]),
]

const scoreWords = ({ agents, standing, otherStandings }: ComparisonView): readonly string[] => [
  'Scores',
  ...agents.flatMap(({ name, source }) => [name, source.isDraft ? 'Draft, not published' : '']),
  ...agents.flatMap(({ score }) => (score === null ? ['No score yet'] : [score.text, score.severity])),
  ...agents.map(({ formula }) => formula.title),
  ...(standing.isTheirOwn ? [] : scoresUnder(standing)),
  ...[0, 1, 2, 3, 4].flatMap((place) => agents.map(({ figures }) => figures[place]?.text ?? '')),
  ...otherStandings.flatMap(scoresUnder),
  ...agents.map(({ factorSet }) => factorSet.name),
  ...agents.map(({ source }) => source.label),
  ...agents.map(({ kind }) => kind),
  ...agents.flatMap(({ missing }) => missing),
]

const scoresUnder = ({ formula, scores }: ComparisonView['standing']): readonly string[] => [
  formula.title,
  ...scores.flatMap((score) =>
    score === null ? ['No score yet'] : [score.text, score.severity, score.assumption ?? ''],
  ),
]

function whyWords({ whys }: ComparisonView): readonly string[] {
  const why = widestWhy(whys)
  if (why === null) return []
  return [
    why.title,
    why.priority,
    ...why.parts.flatMap(({ name, values, text }) => [name, values, text]),
    `${why.of.score.text} against ${why.than.score.text}`,
    why.total.text,
    ...why.same,
  ]
}

const factorWords = ({ factors }: ComparisonView): readonly string[] =>
  factors.flatMap(({ name, cells, spread }) => [
    name,
    ...cells.flatMap(({ text, isHighest }) => [text, isHighest ? 'highest' : '']),
    spread?.text ?? '',
  ])

const layerWords = ({ agents, layers }: ComparisonView): readonly string[] => [
  ...layers.flatMap(({ id, name, cells, certaintyDiffers }) => [
    id,
    name,
    ...cells.map(({ text }) => text),
    certaintyDiffers ? 'differs' : 'the same',
  ]),
  ...layers.flatMap(({ id, name, cells }) => [
    `${id} ${name}`,
    ...cells.flatMap(({ text, narrative }, place) => [
      agents[place]?.name ?? '',
      text,
      ...(narrative ?? 'Nothing is written yet.').split(/[*`_]|\n- /),
    ]),
  ]),
]

const reachWords = ({ reach }: ComparisonView): readonly string[] =>
  reach.flatMap((found) =>
    found === null
      ? []
      : [
          found.name,
          found.lead,
          ...found.singles.map(({ text }) => text),
          ...found.factors.sentences,
          ...found.factors.sets.flat(),
        ],
  )
