'use client'

export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <div className="prose py-12">
      <h1 className="text-xl">This page could not be put together</h1>
      <p className="mt-3 text-ink-soft">
        The failure is in the log of this installation. Trying again may help; if it does not, tell whoever
        runs it.
      </p>
      <button type="button" onClick={reset} className="mt-4 cursor-pointer text-sm text-accent underline">
        Try again
      </button>
    </div>
  )
}
