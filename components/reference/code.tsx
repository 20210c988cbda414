/** Something to copy or to compare with; it wraps, so that nobody has to scroll sideways. */
export function Code({ text, example }: { text: string; example?: string }) {
  return (
    <pre data-example={example}>
      <code>{text}</code>
    </pre>
  )
}

/** A sentence in which what stands between backticks is code. */
export function Sentence({ text }: { text: string }) {
  return text.split('`').map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a sentence is rendered whole and never reordered.
      <code key={index}>{part}</code>
    ) : (
      part
    ),
  )
}
