import { FORM_CSS } from '@/components/report/document-css'
import { DocumentShell } from '@/components/report/document-shell'

/** What a reader gets before whatever a link with a password shares. It tells nothing of it, not even what it is. */
export function PasswordDocument({ problem }: { problem: string | undefined }) {
  const title = 'This link has a password'
  return (
    <DocumentShell
      title={`${title} · Fullscore`}
      head={<meta name="robots" content="noindex" />}
      css={FORM_CSS}
    >
      <main className="found">
        <h1>{title}</h1>
        <p>
          Whoever gave you the link can tell you the password. It opens the link in this browser for twelve
          hours.
        </p>
        <form method="post">
          <label htmlFor="password">Password</label>
          <input
            id="password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            // biome-ignore lint/a11y/noAutofocus: whoever typed it wrong is here to type it again, and hears why.
            autoFocus={problem !== undefined}
            aria-invalid={problem !== undefined}
            aria-describedby={problem === undefined ? undefined : 'problem'}
          />
          {problem !== undefined && (
            <p id="problem" className="alert" role="alert">
              {problem}
            </p>
          )}
          <button type="submit">Open</button>
        </form>
      </main>
    </DocumentShell>
  )
}
