import type { Metadata } from 'next'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { SettingsForm } from '@/app/w/[workspace]/settings/settings-form'
import { WorkspaceHead } from '@/components/workspace/workspace-head'
import { getWorkspace } from '@/lib/workspaces/queries'
import { getSettings } from '@/lib/workspaces/settings'

export const metadata: Metadata = { title: 'Settings', robots: 'noindex' }

export default available(async function SettingsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace: slug } = await params
  const settings = await getSettings(await requireRight('settings.manage', slug))
  const workspace = await getWorkspace(await requireRight('workspace.read', slug))
  return (
    <>
      <WorkspaceHead workspace={workspace} current="settings" />
      <h2 className="mb-4 text-lg">Settings</h2>
      <SettingsForm workspace={slug} settings={settings} />
    </>
  )
})
