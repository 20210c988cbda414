import { CopyButton } from '@/components/ui/copy-button'

/** A line of text to put elsewhere. */
export const Snippet = ({
  text,
  copy,
  about,
}: {
  text: string
  copy: string
  /** The id of what it is of, where more than one can be copied. */
  about?: string
}) => (
  <div className="min-w-0 space-y-2">
    <pre className="figures rounded-md border border-line bg-paper p-3 text-xs break-all whitespace-pre-wrap">
      <code>{text}</code>
    </pre>
    <CopyButton text={text} name={copy} describedBy={about} />
  </div>
)
