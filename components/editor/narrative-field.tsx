'use client'

import { memo, useState } from 'react'
import { TextAreaField } from '@/components/editor/text-area-field'
import { Prose } from '@/components/prose'
import { LIMITS } from '@/lib/assessment/limits'
import type { LayerId } from '@/lib/maestro/layers'

/**
 * The narrative as Markdown, or as the report will show it. Markdown is parsed for the preview alone, so that no
 * keystroke waits for it; the text area stays in the page behind it with its place and its undo.
 */
export function NarrativeField({
  layer,
  value,
  issue,
  onChange,
}: {
  layer: LayerId
  value: string
  issue: string | undefined
  onChange: (value: string) => void
}) {
  const [isPreview, setIsPreview] = useState(false)
  return (
    <div>
      <div className="float-right -mt-2.5 pl-3">
        <button
          type="button"
          aria-pressed={isPreview}
          onClick={() => setIsPreview(!isPreview)}
          className="min-h-7 cursor-pointer rounded-md border border-line-strong px-3 text-xs hover:bg-sunken aria-pressed:border-accent aria-pressed:bg-accent-wash"
        >
          Preview
        </button>
      </div>
      <div hidden={isPreview}>
        <TextAreaField
          id={`narrative-${layer}`}
          label={`Narrative of ${layer}, in Markdown`}
          value={value}
          rows={14}
          isCounted
          lengthMax={LIMITS.narrative}
          hint="A blank line begins a paragraph, “- ” a list item; **bold**, *italics*, `code` and [links](https://…) work."
          issue={issue}
          onChange={onChange}
        />
      </div>
      {isPreview && <Preview markdown={value} />}
    </div>
  )
}

const Preview = memo(function Preview({ markdown }: { markdown: string }) {
  return (
    <section aria-labelledby="preview">
      <p id="preview" className="mb-1 text-xs text-ink-soft">
        As the report will show it
      </p>
      <div className="min-h-88 rounded-md border border-line bg-paper px-4 py-3">
        {markdown.trim() === '' ? (
          <p className="text-sm text-ink-soft">Nothing is written yet.</p>
        ) : (
          <div className="prose space-y-3 text-sm break-words [&_blockquote]:border-l-3 [&_blockquote]:border-line [&_blockquote]:pl-3 [&_code]:font-mono [&_code]:text-[0.92em] [&_ol]:list-decimal [&_ol]:pl-6 [&_pre]:overflow-x-auto [&_pre]:bg-sunken [&_pre]:p-2 [&_ul]:list-disc [&_ul]:pl-6">
            <Prose markdown={markdown} />
          </div>
        )}
      </div>
    </section>
  )
})
