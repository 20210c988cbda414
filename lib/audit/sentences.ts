import { z } from 'zod'
import type { AuditedAction } from '@/lib/audit/record'

/** What a sentence is made of: who did it, what it was done to, and a detail by its name. */
type Told = {
  readonly who: string
  readonly what: string
  readonly detail: (name: string) => string
}

/** What happens to an account stands in no workspace's log, but for the link that an owner makes. */
type Tellable = Exclude<AuditedAction, `account.${string}`> | 'account.password-link'

/** A plain sentence for each action; one that is recorded without being told does not compile. */
const SENTENCES: Readonly<Record<Tellable, (told: Told) => string>> = {
  'account.password-link': ({ who, what }) => `${who} made a password link for ${what}`,
  'workspace.create': ({ who }) => `${who} made the workspace`,
  'workspace.change-settings': ({ who, detail }) =>
    `${who} changed settings of the workspace: ${detail('changed')}`,
  'member.add': ({ what, detail }) => `${what} joined as ${detail('role')}`,
  'member.change-role': ({ who, what, detail }) =>
    `${who} changed the role of ${what} from ${detail('before')} to ${detail('after')}`,
  'member.remove': ({ who, what, detail }) => `${who} removed ${what}, who was ${detail('before')}`,
  'invitation.create': ({ who, what, detail }) => `${who} invited ${what} as ${detail('role')}`,
  'invitation.accept': ({ who, what }) => `${who} accepted the invitation for ${what}`,
  'invitation.revoke': ({ who, what }) => `${who} revoked the invitation for ${what}`,
  'agent.create': ({ who, what, detail }) => `${who} made ${what} ${SOURCES[detail('source')] ?? ''}`.trim(),
  'agent.write': ({ who, what }) => `${who} wrote in the draft of ${what}`,
  'agent.restore-text': ({ who, what, detail }) => `${who} restored ${textOf(detail('from'))} of ${what}`,
  'agent.publish': ({ who, what, detail }) => `${who} published revision ${detail('number')} of ${what}`,
  'agent.change-visibility': ({ who, what, detail }) =>
    `${who} changed who sees ${what} from ${detail('before')} to ${detail('after')}`,
  'agent.list': ({ who, what, detail }) => `${who} listed ${what} as ${detail('publicName')}`,
  'agent.unlist': ({ who, what }) => `${who} took ${what} out of the public library`,
  'agent.change-slug': ({ who, what, detail }) =>
    `${who} changed the address of ${what} from ${detail('before')} to ${detail('after')}`,
  'agent.delete': ({ who, what }) => `${who} put ${what} into the trash`,
  'agent.restore': ({ who, what }) => `${who} took ${what} out of the trash`,
  'agent.purge': ({ who, what }) => `${who} removed ${what} for good`,
  'revision.withdraw': ({ who, what, detail }) => `${who} withdrew revision ${detail('number')} of ${what}`,
  'share.create': ({ who, what }) => `${who} made ${what}`,
  'share.change': ({ who, what, detail }) => `${who} changed ${detail('changed')} of ${what}`,
  'share.revoke': ({ who, what }) => `${who} revoked ${what}`,
  'share.password-refused': ({ what }) => `Somebody typed a wrong password for ${what}`,
  'badge.create': ({ who, what }) => `${who} made ${what}`,
  'badge.remove': ({ who, what }) => `${who} removed ${what}`,
  'comparison.save': ({ who, what }) => `${who} saved ${what}`,
  'comparison.delete': ({ who, what }) => `${who} deleted ${what}`,
  'view.save': ({ who, what }) => `${who} saved ${what}`,
  'view.delete': ({ who, what }) => `${who} deleted ${what}`,
  'token.create': ({ who, what, detail }) => `${who} made ${what} to ${detail('scopes')}`,
  'token.revoke': ({ who, what }) => `${who} revoked ${what}`,
  'run.start': ({ who, detail }) =>
    `${who} began to ${detail('action')} agents at once, ${detail('agents')} in all`,
  'run.undo': ({ who, detail }) =>
    `${who} began to undo what was done to agents at once: ${detail('action')}`,
}

const SOURCES: Readonly<Record<string, string>> = {
  scratch: 'from scratch',
  copy: 'as a copy of another',
  document: 'from a document',
  'report-text': 'from the text of a report',
  program: 'by the API',
}

const textOf = (ref: string): string =>
  ref.startsWith('copy-') ? `the draft at save ${ref.slice('copy-'.length)}` : `revision ${ref}`

const isAudited = (action: string): action is Tellable => Object.hasOwn(SENTENCES, action)
export const AUDITED_ACTIONS = Object.keys(SENTENCES).filter(isAudited)

const detailSchema = z.record(z.string(), z.unknown())

/** A row of the log in words; an action of another version of Fullscore is told by its name. */
export function tell(action: string, who: string, what: string, stored: unknown): string {
  const details = detailSchema.safeParse(stored)
  const detail = (name: string) => String((details.success ? details.data[name] : undefined) ?? 'something')
  return isAudited(action) ? SENTENCES[action]({ who, what, detail }) : `${who}: ${action} of ${what}`
}
