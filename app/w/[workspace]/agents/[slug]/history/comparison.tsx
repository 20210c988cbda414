import { ChooseTwo } from '@/components/history/choose-two'
import { Differences } from '@/components/history/differences'
import type { Authorized } from '@/lib/access/authorize'
import type { History } from '@/lib/agents/drafts/history'
import {
  type ClosedText,
  DRAFT,
  findText,
  formatRef,
  nameOfRef,
  type TextRef,
} from '@/lib/agents/drafts/stored-text'
import { withDefaults } from '@/lib/assessment/missing'
import { diffDocuments } from '@/lib/changes/document-diff'

const CLOSED: Readonly<Record<ClosedText, string>> = {
  none: 'is not kept here. Choose another.',
  withdrawn: 'was withdrawn. Its text may hold something that leaked, so it stays closed. Choose another.',
}

/** Any two stored texts of an agent; at first what changed since the last revision. */
export async function Comparison({
  right,
  agentId,
  history,
  asked,
}: {
  right: Authorized<'agent.read'>
  agentId: string
  history: History
  asked: { readonly from?: TextRef | undefined; readonly to?: TextRef | undefined }
}) {
  const open = openTexts(history)
  const from = asked.from ?? open.find(({ kind }) => kind !== 'draft')
  const to = asked.to ?? DRAFT
  if (from === undefined)
    return <p className="text-sm">There is only the draft, so nothing to compare yet.</p>
  const [before, after] = await Promise.all([findText(right, agentId, from), findText(right, agentId, to)])
  const options = offered(open, from, to)
  const closed = [before, after].flatMap((text, index) =>
    text.ok ? [] : [`${startUpper(nameOfRef(index === 0 ? from : to))} ${CLOSED[text.error]}`],
  )
  return (
    <section aria-labelledby="differences">
      <h2 id="differences" className="mb-2 text-lg">
        From {nameOfRef(from)} to {nameOfRef(to)}
      </h2>
      <ChooseTwo from={formatRef(from)} to={formatRef(to)} options={options} />
      {[...new Set(closed)].map((sentence) => (
        <p key={sentence} className="prose text-sm">
          {sentence}
        </p>
      ))}
      {before.ok && after.ok && (
        // What only publishing writes out is nothing that anybody has changed.
        <Differences diff={diffDocuments(withDefaults(before.value), withDefaults(after.value))} />
      )}
    </section>
  )
}

/** Newest first, without what stays closed. */
const openTexts = ({ revisions, copies }: History): readonly TextRef[] => [
  DRAFT,
  ...revisions.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ ref }) => ref),
  ...copies.map(({ ref }) => ref),
]

/** What is shown can be chosen too, also where it is on another page of the list. */
const offered = (open: readonly TextRef[], ...shown: readonly TextRef[]) => [
  ...new Map([...open, ...shown].map((ref) => [formatRef(ref), startUpper(nameOfRef(ref))])),
]

const startUpper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
