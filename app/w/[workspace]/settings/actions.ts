'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { requireRight } from '@/app/actor'
import { answering } from '@/app/answering'
import { line } from '@/lib/assessment/text'
import { embedHosts } from '@/lib/forms/embed-hosts'
import { workspaceName } from '@/lib/forms/fields'
import { type FormState, readForm, UNTOUCHED } from '@/lib/forms/form-state'
import { OUTDATED_DAYS_MAX, saveSettings } from '@/lib/workspaces/settings'

export type SettingsState = FormState & { readonly isSaved?: boolean }

const DAYS = `Write a whole number of days from 1 to ${OUTDATED_DAYS_MAX}.`

export async function change(_before: SettingsState, form: FormData): Promise<SettingsState> {
  return answering<SettingsState>(form, async () => {
    const read = readForm(form, {
      workspace: z.string().max(80),
      publicName: workspaceName,
      byline: line('The byline', 120),
      outdatedAfterDays: z
        .string()
        .trim()
        .regex(/^[1-9]\d{0,3}$/, DAYS)
        .transform(Number)
        .refine((days) => days <= OUTDATED_DAYS_MAX, DAYS),
      embedHosts,
    })
    if (!read.ok) return read.error
    const { workspace, ...settings } = read.value
    await saveSettings(await requireRight('settings.manage', workspace), settings)
    revalidatePath(`/w/${workspace}`, 'layout')
    return { ...UNTOUCHED, isSaved: true }
  })
}
