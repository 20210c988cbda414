import { Added, ChangedText, Removed } from '@/components/history/changed-text'
import { SeverityChip } from '@/components/marks/severity'
import type { DocumentDiff, ScoreChange, ScorePoint } from '@/lib/changes/document-diff'
import type { ListItem } from '@/lib/changes/document-fields'
import type { ChoiceChange, FieldChange, FigureChange, ListChange } from '@/lib/changes/field-change'

/** What tells one state of a threat model from another, field by field. */
export function Differences({ diff: { changes, unchanged, score } }: { diff: DocumentDiff }) {
  if (changes.length === 0) return <p className="text-sm">Both say the same, in every field.</p>
  return (
    <>
      <Score change={score} />
      <p className="mb-4 text-sm text-ink-soft">
        {changes.length === 1 ? '1 field differs' : `${changes.length} fields differ`}, {unchanged} say the
        same. What is underlined was <Added>added</Added>, what is struck through was{' '}
        <Removed>removed</Removed>.
      </p>
      <dl>
        {changes.map((change) => (
          <div key={change.path} className="border-t border-line py-3">
            <dt className="mb-1 text-sm font-semibold">{change.label}</dt>
            <dd>
              <Change change={change} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Score({ change }: { change: ScoreChange | null }) {
  if (change === null)
    return (
      <p className="mb-4 text-sm">
        There are no two scores to compare: one of the two still lacks something that a score needs.
      </p>
    )
  const { before, after } = change
  return (
    <p className="mb-4 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      <span className="font-semibold">Score</span>
      <Point point={before} />
      <Arrow />
      <Point point={after} />
      <span className="figures">({change.change})</span>
      {!change.severityChanged && <span className="text-ink-soft">the same severity</span>}
    </p>
  )
}

const Point = ({ point: { score, severity } }: { point: ScorePoint }) => (
  <span className="inline-flex items-center gap-1.5">
    <span className="figures font-semibold">{score}</span>
    <SeverityChip severity={severity} />
  </span>
)

const Arrow = () => (
  <>
    <span aria-hidden="true">→</span>
    <span className="sr-only"> became </span>
  </>
)

function Change({ change }: { change: FieldChange }) {
  switch (change.kind) {
    case 'figure':
      return <Figure change={change} />
    case 'choice':
      return <Choice change={change} />
    case 'text':
      return <ChangedText segments={change.segments} />
    case 'list':
      return <List change={change} />
  }
}

const Figure = ({ change: { before, after, change } }: { change: FigureChange }) => (
  <p className="figures text-sm">
    {before ?? 'none'} <Arrow /> {after ?? 'none'}
    {change !== null && ` (${change})`}
  </p>
)

const Choice = ({ change: { before, after } }: { change: ChoiceChange }) => (
  <p className="text-sm">
    {before === null ? 'None' : <Removed>{before}</Removed>} <Arrow />{' '}
    {after === null ? 'none' : <Added>{after}</Added>}
  </p>
)

const List = ({ change: { added, removed, reordered } }: { change: ListChange }) => (
  <ul className="space-y-1 text-sm break-words">
    {removed.map((item) => (
      <li key={`removed ${keyOf(item)}`}>
        <Removed>{textOf(item)}</Removed>
      </li>
    ))}
    {added.map((item) => (
      <li key={`added ${keyOf(item)}`}>
        <Added>{textOf(item)}</Added>
      </li>
    ))}
    {reordered && <li className="text-ink-soft">The order of the others changed.</li>}
  </ul>
)

const textOf = ({ text, url }: ListItem): string => [text, url].filter(Boolean).join(' — ')
const keyOf = ({ text, url }: ListItem): string => JSON.stringify([text, url])
