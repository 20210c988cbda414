'use client'

import { useMemo } from 'react'
import { useEditor, useEditorStore } from '@/components/editor/store'
import { type Preview, previewOf, SCORED } from '@/lib/editor/preview'

/** Computed again only when something that counts for the score has changed. */
export function usePreview(): Preview {
  const { get } = useEditorStore()
  const inputs = useEditor(({ fields }) => SCORED.map((id) => fields[id]).join('\n'))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the inputs are what the preview is made of.
  return useMemo(() => previewOf(get().fields), [inputs])
}
