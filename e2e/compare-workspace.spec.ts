import { completeDraft, createAgent, publishDraft, saveDraft } from './agents'
import { expectAccessible, expectNoSidewaysScroll, SCHEMES, WIDTHS } from './fixtures'
import { expectComparisonOnPaper } from './on-paper'
import { expect, test } from './people'

const NAMES = ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir'] as const

test('members compare six agents of their workspace, and a draft says that it is one', async ({
  owner: { page, workspace, ...owner },
  act,
  join,
}) => {
  const api = await act({ ...owner, workspace })
  for (const [place, name] of NAMES.entries()) {
    const made = await createAgent(api, workspace, name)
    await saveDraft(api, workspace, made, 1, completeDraft({ name, cvss: { base: 4 + place } }))
    if (name !== 'Fir') await publishDraft(api, workspace, made.slug)
  }
  const viewer = await join('viewer')
  for (const name of NAMES) {
    await viewer.page.goto(`/w/${workspace}/agents?q=${name}`)
    await viewer.page.getByLabel(`Choose ${name}`, { exact: true }).check()
  }
  const chosen = viewer.page.getByRole('form', { name: 'Chosen agents' })
  await expect(chosen.getByRole('button', { name: 'Tag' })).toHaveCount(0)
  await chosen.getByRole('button', { name: 'Compare' }).click()
  await expect(viewer.page).toHaveURL(
    `/w/${workspace}/compare?agents=alder,birch,cedar,dogwood,elm,fir:draft`,
  )
  const draft = viewer.page.getByRole('columnheader', { name: /^Fir/ }).first()
  await expect(draft).toContainText('Draft, not published')
  for (const table of [
    'Scores and what they are made of',
    'Factors by agent',
    'Certainty by layer and agent',
  ])
    await expect(
      viewer.page.getByRole('region', { name: table }).getByRole('columnheader', { name: /^Fir/ }),
    ).toContainText('(draft)')
  await expect(viewer.page.getByRole('columnheader', { name: /^Elm/ }).first()).toContainText('Revision 1')
  for (const width of WIDTHS) {
    await viewer.page.setViewportSize({ width, height: 800 })
    for (const colorScheme of SCHEMES) {
      await viewer.page.emulateMedia({ colorScheme })
      await expectAccessible(viewer.page)
    }
    await expectNoSidewaysScroll(viewer.page)
  }
  await expectComparisonOnPaper(
    viewer.page,
    NAMES.map((name) => (name === 'Fir' ? 'Fir (draft)' : name)),
  )
  await page.goto(`/compare?agents=alder,birch`)
  await expect(page.getByText('alder: No listed agent has this name.')).toBeVisible()
  await page.goto(`/w/${workspace}/compare?agents=alder&find=bir`)
  await page.getByRole('link', { name: 'Add Birch' }).click()
  await expect(page).toHaveURL(`/w/${workspace}/compare?agents=alder,birch`)
})
