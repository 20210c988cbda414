/** The files that a comparison is taken along as, whoever takes it: how each ends, and what it is called. */
export const COMPARISON_FILES = [
  { form: 'csv', name: 'CSV' },
  { form: 'json', name: 'JSON' },
  { form: 'md', name: 'Markdown' },
  { form: 'pdf', name: 'PDF' },
  { form: 'html', name: 'HTML' },
] as const

export type ComparisonFile = (typeof COMPARISON_FILES)[number]['form']
