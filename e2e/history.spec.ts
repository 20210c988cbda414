import type { APIRequestContext } from '@playwright/test'
import { completeDraft, createAgent, publishDraft, saveDraft } from './agents'
import { expectAccessible, expectNoSidewaysScroll } from './fixtures'
import { expect, test } from './people'
import { sendForm } from './send-form'

const LONG = Array.from({ length: 60 }, (_, index) => `Sentence ${index} stays as it is.`).join(' ')

/** Two revisions and a draft, each of which says something else; the address of its pages. */
async function writeAgent(api: APIRequestContext, workspace: string) {
  const agent = await createAgent(api, workspace, 'Mail agent')
  const draft = completeDraft({ name: 'Mail agent' })
  const layers = (narrative: string) => ({
    ...draft.layers,
    L1: { certainty: 'mapped' as const, narrative: `${LONG} ${narrative}` },
  })
  await saveDraft(api, workspace, agent, 1, { ...draft, layers: layers('It may read the mail.') })
  await publishDraft(api, workspace, agent.slug, 'The first look')
  const second = { ...draft, layers: layers('It may delete the mail.'), threatMultiplier: { value: 1.4 } }
  await saveDraft(api, workspace, agent, 2, second)
  await publishDraft(api, workspace, agent.slug)
  await saveDraft(api, workspace, agent, 3, { ...second, tags: ['mail'], summary: 'Deletes mail.\n\nAlone.' })
  return { agent, home: `/w/${workspace}/agents/${agent.slug}` }
}

test('the history tells who wrote what, and what changed since the last revision', async ({ owner, act }) => {
  const { page, workspace, name } = owner
  const { home } = await writeAgent(await act(owner), workspace)
  await page.goto(home)
  await page.getByRole('link', { name: 'History' }).click()
  await expect(page.getByRole('heading', { name: 'From revision 2 to the draft' })).toBeVisible()
  await expect(page.getByText(`Published by ${name}`)).toHaveCount(2)
  await expect(page.getByText('The first look')).toBeVisible()
  await expect(page.locator('ins').filter({ hasText: 'mail' }).first()).toBeVisible()
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
})

test('any two texts are compared, word by word, and what stayed the same is folded', async ({
  owner,
  act,
}) => {
  const { page, workspace } = owner
  const { home } = await writeAgent(await act(owner), workspace)
  await page.goto(`${home}/history`)
  await page.getByRole('combobox', { name: 'From', exact: true }).selectOption('Revision 1')
  await page.getByRole('combobox', { name: 'To', exact: true }).selectOption('Revision 2')
  await page.getByRole('button', { name: 'Show differences' }).click()
  await expect(page).toHaveURL(/from=1&to=2/)
  const changes = page.getByRole('region', { name: 'From revision 1 to revision 2' })
  await expect(changes.locator('del').filter({ hasText: 'read' })).toBeVisible()
  await expect(changes.locator('ins').filter({ hasText: 'delete' })).toBeVisible()
  const folded = changes.locator('details').filter({ hasText: 'Sentence 3 stays' })
  await expect(folded).not.toHaveAttribute('open')
  await changes.getByText(/words the same/).click()
  await expect(folded).toHaveAttribute('open')
  await expect(changes).toContainText('(+')
  await page.goto(`${home}/history?from=2&to=2`)
  await expect(page.getByText('Both say the same, in every field.')).toBeVisible()
  await page.goto(`${home}/history?from=9&to=soon&colour=red`)
  await expect(page.getByText('Revision 9 is not kept here')).toBeVisible()
  await expect(page.getByText('Part of this address was left out')).toBeVisible()
})

test('a restored text is in the draft, and what it took the place of can be had back', async ({
  owner,
  act,
}) => {
  const { page, workspace } = owner
  const { home } = await writeAgent(await act(owner), workspace)
  const row = (title: string) => page.getByRole('listitem').filter({ hasText: title })
  await page.goto(`${home}/history`)
  await row('Revision 1').getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`${home}/edit$`))
  await page.goto(`${home}/history?from=1&to=draft`)
  await expect(page.getByText('Both say the same, in every field.')).toBeVisible()
  await row('Draft at save 4').getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`${home}/edit$`))
  await page.goto(`${home}/history?from=copy-4&to=draft`)
  await expect(page.getByText('Both say the same, in every field.')).toBeVisible()
})

test('a draft that was saved since the page was loaded is not replaced', async ({ owner, act }) => {
  const { page, workspace } = owner
  const { agent, home } = await writeAgent(await act(owner), workspace)
  await page.goto(`${home}/history`)
  await saveDraft(await act(owner), workspace, agent, 4, completeDraft({ name: 'Written meanwhile' }))
  await page.getByRole('button', { name: 'Restore', exact: true }).first().click()
  await expect(page.getByText('The draft was saved since this page was loaded')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('link', { name: '← Written meanwhile' })).toBeVisible()
})

test('a withdrawn revision is there for members, and its text stays closed', async ({ owner, act, join }) => {
  const api = await act(owner)
  const { home } = await writeAgent(api, owner.workspace)
  await sendForm(api, home, 'Withdraw revision 1')
  const viewer = await join('viewer')
  await viewer.page.goto(`${home}/history?from=1&to=2`)
  await expect(viewer.page.getByText('Revision 1 was withdrawn')).toBeVisible()
  await expect(viewer.page.getByText('its text stays closed')).toBeVisible()
  await expect(viewer.page.getByText('It may read the mail')).toHaveCount(0)
  await expect(viewer.page.getByRole('button', { name: 'Restore' })).toHaveCount(0)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('one compares and restores', async ({ owner, act }) => {
    const { page, workspace } = owner
    const { home } = await writeAgent(await act(owner), workspace)
    await page.goto(`${home}/history`)
    await page.getByRole('combobox', { name: 'From', exact: true }).selectOption('Revision 1')
    await page.getByRole('button', { name: 'Show differences' }).click()
    await expect(page.getByRole('heading', { name: 'From revision 1 to the draft' })).toBeVisible()
    await page.getByRole('button', { name: 'Restore', exact: true }).first().click()
    await expect(page).toHaveURL(new RegExp(`${home}/edit$`))
  })
})
