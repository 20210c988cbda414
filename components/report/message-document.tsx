import { DocumentShell } from '@/components/report/document-shell'

/** What a reader of a link gets in place of a report: what is wrong, and where to go from here. */
export function MessageDocument({
  title,
  text,
  publicUrl,
}: {
  title: string
  text: string
  publicUrl: string
}) {
  return (
    <DocumentShell title={`${title} · Fullscore`}>
      <main className="found">
        <h1>{title}</h1>
        <p>{text}</p>
        <p>
          <a href={`${publicUrl}/`}>The library of every public threat model</a>
        </p>
      </main>
    </DocumentShell>
  )
}
