import type { ReactElement } from 'react'
import { CardDocument } from '@/components/report/card-document'
import { MessageDocument } from '@/components/report/message-document'
import { PasswordDocument } from '@/components/report/password-document'
import { ReportDocument } from '@/components/report/report-document'
import type { ReportDetail } from '@/lib/report/report-detail'
import type { ReportView } from '@/lib/report/report-view'

export const renderReport = (view: ReportView): Promise<string> => render(<ReportDocument view={view} />)

export const renderCard = (view: ReportView, detail: ReportDetail): Promise<string> =>
  render(<CardDocument view={view} detail={detail} />)

export const renderMessage = (title: string, text: string, publicUrl: string): Promise<string> =>
  render(<MessageDocument title={title} text={text} publicUrl={publicUrl} />)

export const renderPasswordForm = (problem: string | undefined): Promise<string> =>
  render(<PasswordDocument problem={problem} />)

/** Imported where it is used: Next refuses `react-dom/server` in a module that pages share. */
export async function render(element: ReactElement): Promise<string> {
  const { renderToStaticMarkup } = await import('react-dom/server')
  return `<!doctype html>${renderToStaticMarkup(element)}`
}
