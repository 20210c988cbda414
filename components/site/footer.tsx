import { Link } from '@/components/ui/link'

export function Footer() {
  return (
    <footer className="mt-16 border-t border-line print:hidden">
      <div className="mx-auto flex max-w-5xl flex-wrap justify-between gap-x-8 gap-y-2 px-4 py-6 text-xs text-ink-soft sm:px-6">
        <p className="max-w-[62ch]">
          AIVSS is a project of OWASP. MAESTRO is the seven-layer framework of the Cloud Security Alliance and
          Ken Huang. Scores here are ordinal: read the band first, and never average them.
        </p>
        <p className="flex items-start gap-4 [&>a]:min-h-6">
          <Link href="/method">Method</Link>
          <Link href="/docs/api">API</Link>
          <a href="/schema/assessment-1.json">Document schema</a>
        </p>
      </div>
    </footer>
  )
}
