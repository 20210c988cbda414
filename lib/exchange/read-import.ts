import { err, type Result } from '@/lib/base/result'
import type { Imported, ImportProblem } from '@/lib/exchange/imported'
import { readJsonDocument } from '@/lib/exchange/read-json-document'
import { readReportText } from '@/lib/exchange/read-report-text'

/** As many characters as a request that imports may have bytes. */
const IMPORT_LENGTH_MAX = 10_485_760

/**
 * Reads what somebody pasted or uploaded into a draft that the schema accepts. A JSON document is read wholly or not
 * at all; of the text of a report page as much as can be, with a remark on everything else.
 */
export function readImport(text: string): Result<Imported, ImportProblem[]> {
  const trimmed = text.trimStart()
  if (trimmed === '') return err([problem('The text is empty. Paste a document or the text of a report.')])
  if (text.length > IMPORT_LENGTH_MAX) {
    const limit = IMPORT_LENGTH_MAX.toLocaleString('en')
    return err([problem(`The text is longer than ${limit} characters. Import one report at a time.`)])
  }
  const unmarked = text.replace(/^\u{FEFF}/u, '')
  return trimmed.startsWith('{') ? readJsonDocument(unmarked) : readReportText(unmarked)
}

const problem = (message: string): ImportProblem => ({ where: 'the text', message })
