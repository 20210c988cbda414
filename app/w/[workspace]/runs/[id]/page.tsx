import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { Outcomes } from '@/app/w/[workspace]/runs/[id]/outcomes'
import { RunSteps } from '@/app/w/[workspace]/runs/[id]/run-steps'
import { LeftOut } from '@/components/site/left-out'
import { Link } from '@/components/ui/link'
import { WorkspaceHead } from '@/components/workspace/workspace-head'
import { mayDo } from '@/lib/access/roles'
import { namesOf } from '@/lib/accounts/names'
import { RUN_DAYS, UNDO_ACTIONS } from '@/lib/bulk/deeds'
import { listItems } from '@/lib/bulk/items'
import { findRun, ITEM_STATES, mayContinue, type Run, type Tally, tallyOf } from '@/lib/bulk/runs'
import { titleOf, UNDO_SENTENCES } from '@/lib/bulk/words'
import { wholeNumber } from '@/lib/forms/agent-fields'
import { readKnown } from '@/lib/forms/read-known'
import { flatQuery, type SearchParams } from '@/lib/http/page-query'
import { formatDay, formatMinute } from '@/lib/report/dates'
import { getWorkspace } from '@/lib/workspaces/queries'

export const metadata: Metadata = { title: 'Many agents at once', robots: 'noindex' }

const asked = z.strictObject({
  state: z.enum(ITEM_STATES, 'There is no such outcome.').optional(),
  after: wholeNumber.optional(),
})

/** So long after its beginning a run goes on by itself on the page of whoever began it. */
const FRESH_MS = 5 * 60_000

type Props = { params: Promise<{ workspace: string; id: string }>; searchParams: SearchParams }

export default available(async function RunPage({ params, searchParams }: Props) {
  const { workspace: at, id } = await params
  const workspace = await getWorkspace(await requireRight('workspace.read', at))
  const right = await requireRight('agent.read', at)
  const run = await findRun(right, id)
  if (!run) notFound()
  const { value, refused } = readKnown(asked, flatQuery(await searchParams), 'The page has no such filter.')
  const [tally, page, nameOf] = await Promise.all([
    tallyOf(right, run.id),
    listItems(right, run.id, value),
    namesOf([run.createdBy]),
  ])
  const { deed, createdAt, isUndone } = run
  const mayWrite = mayDo(right.role, 'agent.write')
  const mayStep = mayWrite && mayContinue(run, right)
  const isFresh = run.createdBy === right.userId && Date.now() - createdAt.getTime() < FRESH_MS
  const mayUndo = mayDo(right.role, UNDO_ACTIONS[deed.kind])
  return (
    <>
      <WorkspaceHead workspace={workspace} />
      <p className="text-sm">
        <Link href={`/w/${at}/runs`}>← Runs</Link>
      </p>
      <h2 className="mt-2 text-xl break-words">{titleOf(deed, tally.asked)}</h2>
      <p className="mt-1 mb-6 text-xs text-ink-soft">
        Begun by {nameOf(run.createdBy)}, {formatMinute(createdAt)}. Kept here until{' '}
        {formatDay(new Date(createdAt.getTime() + RUN_DAYS * 86_400_000))}.
      </p>
      <LeftOut refused={refused} />
      {mayStep ? (
        <RunSteps
          workspace={at}
          run={run.id}
          {...wayOf(run, tally)}
          isUndone={isUndone}
          goesByItself={isFresh && !isUndone}
          undoSentence={!isUndone && tally.done > 0 && mayUndo ? UNDO_SENTENCES[deed.kind] : undefined}
        >
          {progressOf(run, tally)}
        </RunSteps>
      ) : (
        <p className="mb-8 text-sm">{progressOf(run, tally)}</p>
      )}
      {mayWrite && !mayStep && (
        <p className="prose mb-8 text-sm text-ink-soft">
          {nameOf(run.createdBy)}, who began this, and the owners of the workspace can continue or undo it on
          this page.
        </p>
      )}
      {mayStep && !mayUndo && tally.done > 0 && (
        <p className="prose mb-8 text-sm text-ink-soft">
          What was published here can be withdrawn at once by an owner of the workspace, on this page.
        </p>
      )}
      <Outcomes
        home={`/w/${at}`}
        run={run.id}
        kind={deed.kind}
        tally={tally}
        page={page}
        state={value.state}
      />
    </>
  )
})

/** How many there are to go through, forwards or backwards, and how many of them are left. */
const wayOf = ({ isUndone }: Run, { asked: all, waiting, done, undone, kept }: Tally) =>
  isUndone ? { all: done + undone + kept, left: done } : { all, left: waiting }

function progressOf({ isUndone }: Run, tally: Tally): string {
  const say = (count: number, what: string) => (count === 0 ? [] : [`${count.toLocaleString('en')} ${what}`])
  const parts = isUndone
    ? [
        `${tally.undone.toLocaleString('en')} undone`,
        ...say(tally.kept, 'could not be undone'),
        ...say(tally.done, 'still to be undone'),
        ...say(tally.waiting, 'never begun'),
      ]
    : [
        `${tally.done.toLocaleString('en')} of ${tally.asked.toLocaleString('en')} done`,
        ...say(tally.refused, 'left as they are'),
        ...say(tally.waiting, 'to go'),
      ]
  return `${parts.join(', ')}.`
}
