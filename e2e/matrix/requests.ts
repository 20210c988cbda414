import { randomUUID } from 'node:crypto'
import { AGENT_REQUESTS } from './agent-requests'
import { form, get, home, type Request } from './request'
import { createComparison, createTrashed, type Target } from './world'

const shares = (target: Target): string => `${home(target)}/shares`
const comparison = (target: Target): string => `${home(target)}/comparisons/${target.comparison}`
const members = (target: Target): string => `${home(target)}/members`
const tokens = (target: Target): string => `${home(target)}/tokens`
const nobody = () => ({ member: randomUUID() })

const NOWHERE = '0199aa52-7d2f-7c52-8f4b-2d6c3d1c2b11'

/** About an agent that is nowhere, so that each asks and nothing is used up. */
const begin = (deed: string, button: string, fields: Readonly<Record<string, string>>) =>
  form({
    path: (at) => `${home(at)}/runs/new?deed=${deed}&agents=${at.ready}`,
    button,
    fields: () => ({ ...fields, agents: NOWHERE }),
  })

/** At least one request for each operation below /w. */
export const REQUESTS: Readonly<Record<string, readonly Request[]>> = {
  ...AGENT_REQUESTS,
  'app/w/page.tsx': [get(() => '/w')],
  'app/w/[workspace]/page.tsx': [get(home)],
  'app/w/[workspace]/[...rest]/page.tsx': [{ ...get((at) => `${home(at)}/no/such/page`), reached: 404 }],
  'app/w/[workspace]/drafts/[agent]/route.ts': [
    get((at) => `${home(at)}/drafts/${at.draft}`),
    {
      ask: (at, _world, account) => ({
        kind: 'put',
        path: `${home(at)}/drafts/${at.draft}`,
        body: {
          account,
          version: 999_999,
          document: { schemaVersion: 1, formula: 'aivss-0.8', factorSet: 'goal-planning' },
        },
      }),
    },
  ],
  'app/w/[workspace]/runs/page.tsx': [get((at) => `${home(at)}/runs`)],
  'app/w/[workspace]/runs/new/page.tsx': [get((at) => `${home(at)}/runs/new?deed=tag&agents=${at.ready}`)],
  'app/w/[workspace]/runs/new/actions.ts startTagging': [
    begin('tag', 'Tag 1 agent', { tag: 'by a request' }),
  ],
  'app/w/[workspace]/runs/new/actions.ts startPublishing': [
    begin('publish', 'Publish 1 agent', { note: '', byline: '' }),
  ],
  'app/w/[workspace]/runs/new/actions.ts startSharing': [
    begin('share', 'Create links for 1 agent', { label: '', sections: 'whole', expiry: 'never', until: '' }),
  ],
  'app/w/[workspace]/runs/new/actions.ts startDeleting': [begin('delete', 'Move to the trash: 1 agent', {})],
  'app/w/[workspace]/runs/[id]/page.tsx': [get((at) => `${home(at)}/runs/${at.run}`)],
  'app/w/[workspace]/runs/[id]/actions.ts advance': [
    form({
      path: (at) => `${home(at)}/runs/${at.run}`,
      button: 'Continue',
      fields: (at) => ({ run: at.run }),
    }),
  ],
  'app/w/[workspace]/runs/[id]/actions.ts undo': [
    form({
      path: (at) => `${home(at)}/runs/${at.finishedRun}`,
      button: 'Undo',
      fields: (at) => ({ run: at.finishedRun }),
    }),
  ],
  'app/w/[workspace]/agents.csv/route.ts': [get((at) => `${home(at)}/agents.csv`)],
  'app/w/[workspace]/movement/page.tsx': [get((at) => `${home(at)}/movement?change=new`)],
  'app/w/[workspace]/trend/page.tsx': [get((at) => `${home(at)}/trend`)],
  'app/w/[workspace]/compare/[file]/route.ts': [
    get((at) => `${home(at)}/compare/comparison.csv?agents=${at.published},${at.listed}`),
  ],
  'app/w/[workspace]/compare/page.tsx': [
    get((at) => `${home(at)}/compare?agents=${at.published},${at.listed}`),
  ],
  'app/w/[workspace]/comparisons/page.tsx': [get((at) => `${home(at)}/comparisons`)],
  'app/w/[workspace]/comparisons/[id]/page.tsx': [get(comparison)],
  'app/w/[workspace]/comparisons/actions.ts save': [
    form({
      path: (at) => `${home(at)}/compare?agents=${at.published},${at.listed}`,
      button: 'Save comparison',
      fields: () => ({ name: 'Never saved', query: 'agents=no-agent,no-other-agent' }),
    }),
  ],
  'app/w/[workspace]/comparisons/actions.ts remove': [
    form({
      path: comparison,
      button: 'Delete comparison',
      fields: (at) => ({ comparison: at.comparison }),
      prepare: async ({ owner, target: { workspace, published, listed } }) => ({
        comparison: await createComparison(owner, workspace, [published, listed]),
      }),
    }),
  ],
  'app/w/[workspace]/comparisons/actions.ts share': [
    form({
      path: comparison,
      button: 'Create link',
      fields: (at) => ({
        comparison: at.comparison,
        label: 'Made by a request',
        opensPrivate: '',
        expiry: 'never',
        until: '',
        password: '',
      }),
    }),
  ],
  'app/w/[workspace]/shares/page.tsx': [get(shares)],
  'app/w/[workspace]/shares/actions.ts revoke': [
    form({
      path: shares,
      button: 'Revoke',
      fields: (at) => ({ share: at.share }),
      prepare: () => ({ share: randomUUID() }),
    }),
  ],
  'app/w/[workspace]/shares/actions.ts revokeAll': [
    form({ path: shares, button: 'Revoke all', fields: (at) => ({ agent: at.listed, comparison: '' }) }),
  ],
  'app/w/[workspace]/shares/actions.ts change': [
    form({
      path: shares,
      button: 'Save link',
      fields: (at) => ({ share: at.share, label: 'Another', expiry: 'keep', until: '', password: '' }),
    }),
  ],
  'app/w/[workspace]/trash/page.tsx': [get((at) => `${home(at)}/trash`)],
  'app/w/[workspace]/trash/actions.ts restore': [
    form({
      path: (at) => `${home(at)}/trash`,
      button: 'Restore',
      fields: (at) => ({ agent: at.trashed }),
      prepare: async ({ owner, target: { workspace } }) => ({
        trashed: await createTrashed(owner, workspace),
      }),
    }),
  ],
  'app/w/[workspace]/audit/page.tsx': [get((at) => `${home(at)}/audit`)],
  'app/w/[workspace]/audit.csv/route.ts': [get((at) => `${home(at)}/audit.csv`)],
  'app/w/[workspace]/members/page.tsx': [get(members)],
  'app/w/[workspace]/members/actions.ts invite': [
    form({
      path: members,
      button: 'Create invitation',
      fields: () => ({ email: 'another@example.org', role: 'viewer' }),
    }),
  ],
  'app/w/[workspace]/members/actions.ts setRole': [
    form({
      path: members,
      button: ({ memberName }) => `Change the role of ${memberName}`,
      fields: (at) => ({ userId: at.member, role: 'viewer' }),
    }),
  ],
  'app/w/[workspace]/members/actions.ts remove': [
    form({
      path: members,
      button: ({ memberName }) => `Remove ${memberName}`,
      fields: (at) => ({ userId: at.member }),
      prepare: nobody,
    }),
  ],
  'app/w/[workspace]/members/actions.ts makePasswordLink': [
    form({
      path: members,
      button: ({ memberName }) => `Password link for ${memberName}`,
      fields: (at) => ({ userId: at.member }),
      prepare: nobody,
    }),
  ],
  'app/w/[workspace]/members/actions.ts revoke': [
    form({
      path: members,
      button: 'Revoke',
      fields: (at) => ({ invitation: at.invitation }),
      prepare: () => ({ invitation: randomUUID() }),
    }),
  ],
  'app/w/[workspace]/tokens/page.tsx': [get(tokens)],
  'app/w/[workspace]/tokens/actions.ts create': [
    form({
      path: tokens,
      button: 'Create token',
      fields: () => ({ name: 'A program of the matrix', read: 'on', expiry: '7' }),
    }),
  ],
  'app/w/[workspace]/tokens/actions.ts revoke': [
    form({
      path: tokens,
      button: 'Revoke',
      fields: (at) => ({ tokenId: at.token }),
      prepare: () => ({ token: randomUUID() }),
    }),
  ],
  'app/w/[workspace]/settings/page.tsx': [get((at) => `${home(at)}/settings`)],
  'app/w/[workspace]/settings/actions.ts change': [
    form({
      path: (at) => `${home(at)}/settings`,
      button: 'Save settings',
      fields: () => ({ publicName: 'A team of the matrix', byline: '', outdatedAfterDays: '90' }),
    }),
  ],
}
