import { FILE_FORMS, type FileForm } from '@/lib/report/addresses'

/** Every form of a report that has an address: its page, the files, and the picture that previews show. */
export type ReportForm = 'page' | FileForm | 'image'

export type ReportPath = { readonly form: ReportForm; readonly number: number | undefined }

const PATTERN = new RegExp(`^(?:/([1-9]\\d{0,9}))?(?:\\.(${FILE_FORMS.join('|')})|(/og\\.png))?$`)

/** What stands behind the address of a report: `.json` is a twin, `/3` a revision, `/3.pdf` a twin of that, `/og.png` its picture. */
export function readReportPath(rest: string): ReportPath | undefined {
  const found = PATTERN.exec(rest)
  if (!found) return undefined
  const [, number, file, image] = found
  const form = FILE_FORMS.find((one) => one === file) ?? (image === undefined ? 'page' : 'image')
  return { form, number: number === undefined ? undefined : Number(number) }
}
