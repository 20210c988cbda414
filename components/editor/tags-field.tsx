'use client'

import { LineField } from '@/components/editor/line-field'
import { readTags } from '@/lib/assessment/tag-text'

/** Tags as one line of text, and below it what they will be. */
export function TagsField({
  value,
  issue,
  onChange,
}: {
  value: string
  issue: string | undefined
  onChange: (value: string) => void
}) {
  const tags = readTags(value)
  return (
    <div>
      <LineField
        id="tags"
        label="Tags, with commas between"
        value={value}
        issue={issue}
        hint="For the library's filter, such as: mcp, cloud, write access"
        onChange={onChange}
      />
      {tags.length > 0 && (
        <ul aria-label="Tags as they will stand" className="mt-2 flex flex-wrap gap-1.5">
          {tags.map((tag, index) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: a tag may stand twice until it is put right.
              key={index}
              className="rounded-sm bg-sunken px-2 py-0.5 text-xs break-all text-ink"
            >
              {tag}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
