import { TRASH_DAYS } from '@/lib/agents/trash'
import type { DeedKind } from '@/lib/bulk/deed-kinds'
import type { Preview } from '@/lib/bulk/preview'
import { agentsAre, agentsHave, countAgents } from '@/lib/bulk/words'

/** What will happen, with its numbers, as far as it can be said before it is done. */
export function Consequences({
  kind,
  preview,
  mayList,
}: {
  kind: DeedKind
  preview: Preview
  mayList: boolean
}) {
  return (
    <ul className="prose mb-6 list-disc space-y-1 pl-5 text-sm">
      {sentencesOf(kind, preview, mayList).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}

function sentencesOf(kind: DeedKind, preview: Preview, mayList: boolean): readonly string[] {
  switch (kind) {
    case 'tag':
      return [
        `The tag goes into ${preview.agents === 1 ? 'the draft' : 'the drafts'}. Reports show it from their next publication on.`,
        'Drafts that have it already, or as many tags as a draft may have, stay as they are.',
      ]
    case 'publish':
      return publishing(preview)
    case 'share':
      return sharing(preview)
    case 'delete':
      return deleting(preview, mayList)
  }
}

const publishing = ({ agents, publishedAsTheyStand }: Preview): readonly string[] => [
  `${agentsHave(agents - publishedAsTheyStand)} something to publish, and each becomes a numbered revision with the note and the byline below.`,
  ...(publishedAsTheyStand === 0
    ? []
    : [`${agentsAre(publishedAsTheyStand)} published as the draft stands, and no new revision is made.`]),
  'Drafts that lack something, or that somebody saves meanwhile, are left out and named afterwards.',
]

const sharing = ({ agents, unpublished, private: closed }: Preview): readonly string[] => [
  `${agentsHave(agents - unpublished)} a published report. Each gets a link to its latest revision, which is shown once, when it is made.`,
  ...(unpublished === 0 ? [] : [`${agentsAre(unpublished)} not published, and no link is made.`]),
  ...(closed === 0
    ? []
    : [
        `${agentsAre(closed)} private. What gets a link can be read by link from then on, by its other open links, too.`,
      ]),
  'A link with a password is made on the page of its agent.',
]

const deleting = ({ agents, listed }: Preview, mayList: boolean): readonly string[] => [
  `${countAgents(mayList ? agents : agents - listed)} will lie in the trash and can be taken back for ${TRASH_DAYS} days. Links to what is in the trash open nothing.`,
  ...(listed === 0
    ? []
    : [
        mayList
          ? `${agentsAre(listed)} in the public library, and will be gone from there, too.`
          : `${agentsAre(listed)} in the public library. Only an owner can delete what is listed, so it stays as it is.`,
      ]),
]
