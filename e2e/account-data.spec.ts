import { expectAccessible } from './fixtures'
import { expect, test } from './people'

test('an owner makes another workspace by name, and an editor is not offered one', async ({
  owner: { page, workspace },
  join,
}) => {
  await page.goto('/account')
  await page.getByText('New workspace').click()
  await page.getByLabel('Workspace name').fill(workspace)
  await page.getByRole('button', { name: 'Create workspace' }).click()
  await expect(page.getByText('This name is taken')).toBeVisible()
  await expect(page.getByLabel('Workspace name')).toHaveValue(workspace)
  await expectAccessible(page)
  await page.getByLabel('Workspace name').fill(`${workspace} too`)
  await page.getByRole('button', { name: 'Create workspace' }).click()
  await expect(page).toHaveURL(new RegExp(`/w/${workspace}-too$`))
  await page.goto('/account')
  await expect(page.getByRole('region', { name: 'Workspaces' }).getByRole('listitem')).toHaveCount(2)
  const editor = await join('editor')
  await editor.page.goto('/account')
  await expect(editor.page.getByRole('link', { name: /^Team / })).toHaveCount(1)
  await expect(editor.page.getByText('New workspace')).toHaveCount(0)
})
