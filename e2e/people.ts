import { randomUUID } from 'node:crypto'
import {
  type APIRequestContext,
  type Browser,
  type Cookie,
  type Page,
  request as requests,
} from '@playwright/test'
import { test as base, expect, freshAddress, watch } from './fixtures'
import { sendForm } from './send-form'

export { expect }

type Role = 'owner' | 'editor' | 'viewer'

/** Somebody with an account, as they would introduce themselves. */
export type Account = { readonly name: string; readonly email: string; readonly password: string }
/** A member of one workspace, signed in by these cookies. */
export type Member = Account & { readonly workspace: string; readonly cookies: Cookie[] }
/** The same in front of a browser of their own. */
export type Present = Member & { readonly page: Page }

export const FIRST_OWNER: Account = {
  name: 'Flora First',
  email: 'first@example.org',
  password: 'violet harbour lantern 41',
}
export const FIRST_WORKSPACE = 'first-team'
export const FIRST_OWNER_STATE = '.build/e2e-first-owner.json'

/** Somebody new who owns a workspace of their own, and is in no other; made by the forms of the app. */
export async function createOwner(baseURL: string | undefined, name = 'Olive Owner'): Promise<Member> {
  const owner = await createMember(baseURL, FIRST_OWNER_STATE, FIRST_WORKSPACE, name, 'owner')
  return withApi(baseURL, owner.cookies, async (api) => {
    const made = await sendForm(api, '/account', 'Create workspace', { workspace: `Team ${randomUUID()}` })
    const workspace = made.url().split('/').at(-1) ?? ''
    await sendForm(api, `/w/${FIRST_WORKSPACE}/members`, `Remove ${owner.name}`)
    return { ...owner, workspace, cookies: (await api.storageState()).cookies }
  })
}

/** Somebody new in a workspace, let in by one of its owners. */
export const createColleague = (
  baseURL: string | undefined,
  owner: Member,
  role: Role,
  name = `${role === 'editor' ? 'Eve Editor' : role === 'viewer' ? 'Vera Viewer' : 'Otto Owner'}`,
): Promise<Member> => createMember(baseURL, owner.cookies, owner.workspace, name, role)

async function createMember(
  baseURL: string | undefined,
  by: Cookie[] | string,
  workspace: string,
  called: string,
  role: Role,
): Promise<Member> {
  const id = randomUUID().slice(0, 8)
  const account = { name: `${called} ${id}`, email: `${id}@example.org`, password: `amber ${id} window pane` }
  const link = await withApi(baseURL, by, async (api) => {
    const answer = await sendForm(api, `/w/${workspace}/members`, 'Create invitation', {
      email: account.email,
      role,
    })
    return (await answer.text()).match(/\/invite\/[\w-]{20,}/)?.[0] ?? ''
  })
  return withApi(baseURL, [], async (api) => {
    await sendForm(api, link, 'Create account', { name: account.name, password: account.password })
    return { ...account, workspace, cookies: (await api.storageState()).cookies }
  })
}

async function withApi<T>(
  baseURL: string | undefined,
  by: Cookie[] | string,
  work: (api: APIRequestContext) => Promise<T>,
): Promise<T> {
  const api = await openApi(baseURL, by)
  try {
    return await work(api)
  } finally {
    await api.dispose()
  }
}

/** Somebody without a browser, from an address of their own. */
export const openApi = (
  baseURL: string | undefined,
  by: Cookie[] | string,
  headers: Readonly<Record<string, string>> = {},
): Promise<APIRequestContext> =>
  requests.newContext({
    ...(baseURL && { baseURL }),
    storageState: typeof by === 'string' ? by : { cookies: by, origins: [] },
    extraHTTPHeaders: { origin: baseURL ?? '', 'x-forwarded-for': freshAddress(), ...headers },
  })

type People = {
  /** Whoever the test's own `page` belongs to: the owner of a fresh workspace. */
  readonly owner: Present
  /** Lets somebody new into the owner's workspace, in front of another browser. */
  readonly join: (role: Role, name?: string) => Promise<Present>
  /** Somebody's hands without a browser, for what a test needs done and does not look at. */
  readonly act: (by: Member) => Promise<APIRequestContext>
  /** Another browser, with these cookies or those of a stranger. */
  readonly openBrowser: (cookies?: Cookie[]) => Promise<Page>
}

/** Tests with people: `test('…', async ({ owner: { page, workspace }, join }) => …)`. None sees those of another. */
export const test = base.extend<People>({
  owner: async ({ page, baseURL }, use) => {
    const owner = await createOwner(baseURL)
    await page.context().addCookies(owner.cookies)
    await use({ ...owner, page })
  },
  openBrowser: async ({ browser, baseURL }, use) => {
    const opened: Opened[] = []
    await use(async (cookies = []) => {
      const one = await open(browser, baseURL, cookies)
      opened.push(one)
      return one.page
    })
    for (const { page } of opened) await page.context().close()
    expect(opened.flatMap(({ faults }) => faults)).toEqual([])
  },
  act: async ({ baseURL }, use) => {
    const opened: APIRequestContext[] = []
    await use(async ({ cookies }) => {
      const api = await openApi(baseURL, cookies)
      opened.push(api)
      return api
    })
    for (const api of opened) await api.dispose()
  },
  join: async ({ owner, openBrowser, baseURL }, use) => {
    await use(async (role, name) => {
      const member = await createColleague(baseURL, owner, role, name)
      return { ...member, page: await openBrowser(member.cookies) }
    })
  },
})

type Opened = { readonly page: Page; readonly faults: readonly string[] }

async function open(browser: Browser, baseURL: string | undefined, cookies: Cookie[]): Promise<Opened> {
  const context = await browser.newContext({
    ...(baseURL && { baseURL }),
    extraHTTPHeaders: { 'x-forwarded-for': freshAddress() },
  })
  const faults = watch(context, baseURL)
  await context.addCookies(cookies)
  return { page: await context.newPage(), faults }
}
