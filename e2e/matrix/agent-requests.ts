import { randomUUID } from 'node:crypto'
import { createAgent } from '../agents'
import { form, get, home, type Request } from './request'
import { createView, type Target } from './world'

const agent = (target: Target, slug: string): string => `${home(target)}/agents/${slug}`
const slug = (target: Target) => ({ slug: target.published })

/** For each operation below the list of agents. */
export const AGENT_REQUESTS: Readonly<Record<string, readonly Request[]>> = {
  'app/w/[workspace]/agents/[slug]/trend/page.tsx': [get((at) => `${agent(at, at.published)}/trend`)],
  'app/w/[workspace]/agents/page.tsx': [get((at) => `${home(at)}/agents`)],
  'app/w/[workspace]/agents/actions.ts saveView': [
    form({
      path: (at) => `${home(at)}/agents`,
      button: 'Save view',
      fields: () => ({ query: 'severity=High', name: 'A view of the matrix' }),
    }),
  ],
  'app/w/[workspace]/agents/actions.ts deleteView': [
    form({
      path: (at) => `${home(at)}/agents`,
      button: 'Delete view',
      fields: (at) => ({ view: at.view }),
      prepare: async ({ owner, target }) => ({ view: await createView(owner, target.workspace, 'A view') }),
    }),
  ],
  'app/w/[workspace]/agents/new/page.tsx': [get((at) => `${home(at)}/agents/new`)],
  'app/w/[workspace]/agents/new/actions.ts createFromScratch': [
    form({
      path: (at) => `${home(at)}/agents/new`,
      button: 'Create agent',
      fields: () => ({ name: 'Made by a request', kind: 'agent' }),
    }),
  ],
  'app/w/[workspace]/agents/new/actions.ts createCopy': [
    form({
      path: (at) => `${home(at)}/agents/new?from=copy`,
      button: 'Copy agent',
      fields: (at) => ({ agent: at.published }),
    }),
  ],
  'app/w/[workspace]/agents/new/actions.ts createFromText': [
    form({
      path: (at) => `${home(at)}/agents/new?from=document`,
      button: 'Read it',
      fields: () => ({ file: '', text: 'No report.', seen: '' }),
    }),
  ],
  'app/w/[workspace]/agents/[slug]/page.tsx': [get((at) => agent(at, at.published))],
  'app/w/[workspace]/agents/[slug]/edit/page.tsx': [get((at) => `${agent(at, at.published)}/edit`)],
  'app/w/[workspace]/agents/[slug]/history/page.tsx': [get((at) => `${agent(at, at.published)}/history`)],
  'app/w/[workspace]/agents/[slug]/history/actions.ts restore': [
    form({
      path: (at) => `${agent(at, at.published)}/history`,
      button: 'Restore',
      fields: (at) => ({ ...slug(at), version: '999999', text: '1' }),
    }),
  ],
  'app/w/[workspace]/agents/[slug]/actions.ts show': [
    form({
      path: (at) => agent(at, at.published),
      button: 'Change who can read it',
      fields: (at) => ({ ...slug(at), visibility: 'private' }),
    }),
  ],
  'app/w/[workspace]/agents/[slug]/actions.ts list': [
    form({
      path: (at) => agent(at, at.published),
      button: 'List in the library',
      fields: (at) => ({ slug: at.ready, publicName: 'never-published' }),
    }),
  ],
  'app/w/[workspace]/agents/[slug]/actions.ts unlist': [
    form({
      path: (at) => agent(at, at.listed),
      button: 'Unlist',
      fields: (at) => ({ ...slug(at), visibility: 'private' }),
    }),
  ],
  'app/w/[workspace]/agents/[slug]/actions.ts withdraw': [
    form({
      path: (at) => agent(at, at.published),
      button: 'Withdraw revision 1',
      fields: (at) => ({ ...slug(at), number: '999' }),
    }),
  ],
  'app/w/[workspace]/agents/[slug]/actions.ts changeAddress': [
    form({
      path: (at) => agent(at, at.published),
      button: 'Change address',
      fields: (at) => ({ ...slug(at), address: at.published }),
    }),
  ],
  'app/w/[workspace]/agents/[slug]/actions.ts remove': [
    form({
      path: (at) => agent(at, at.published),
      button: 'Move to the trash',
      fields: slug,
      prepare: async ({ owner, target: { workspace } }) => ({
        published: (await createAgent(owner, workspace, 'To be deleted')).slug,
      }),
    }),
  ],
  'app/w/[workspace]/agents/[slug]/[...path]/route.ts': [
    get((at) => `${agent(at, at.published)}/report`),
    get((at) => `${agent(at, at.published)}/report/1`),
    get((at) => `${agent(at, at.published)}/report/1.json`),
  ],
  'app/w/[workspace]/agents/[slug]/publish/page.tsx': [get((at) => `${agent(at, at.ready)}/publish`)],
  'app/w/[workspace]/agents/[slug]/publish/actions.ts publish': [
    form({
      path: (at) => `${agent(at, at.ready)}/publish`,
      button: 'Publish',
      fields: (at) => ({ slug: at.ready, version: '999999', note: '', byline: '' }),
    }),
  ],
  'app/w/[workspace]/agents/[slug]/badges/page.tsx': [get((at) => `${agent(at, at.published)}/badges`)],
  'app/w/[workspace]/agents/[slug]/badges/actions.ts create': [
    form({
      path: (at) => `${agent(at, at.published)}/badges`,
      button: 'Create badge address',
      fields: (at) => ({ ...slug(at), shows: '999' }),
    }),
  ],
  'app/w/[workspace]/agents/[slug]/badges/actions.ts remove': [
    form({
      path: (at) => `${agent(at, at.published)}/badges`,
      button: 'Remove',
      fields: (at) => ({ ...slug(at), badge: at.badge }),
      prepare: () => ({ badge: randomUUID() }),
    }),
  ],
  'app/w/[workspace]/agents/[slug]/shares/page.tsx': [get((at) => `${agent(at, at.published)}/shares`)],
  'app/w/[workspace]/agents/[slug]/shares/actions.ts create': [
    form({
      path: (at) => `${agent(at, at.published)}/shares`,
      button: 'Create link',
      fields: (at) => ({
        ...slug(at),
        label: 'Made by a request',
        number: '999',
        sections: 'whole',
        expiry: 'never',
        until: '',
        password: '',
      }),
    }),
  ],
}
