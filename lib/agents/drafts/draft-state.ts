/** How the draft stands to what is published: nothing can be read yet, it says more or the same. */
export const DRAFT_STATES = ['draft-only', 'changed', 'published'] as const
export type DraftState = (typeof DRAFT_STATES)[number]

export const DRAFT_TEXTS: Readonly<Record<DraftState, string | null>> = {
  'draft-only': 'Draft only',
  changed: 'Unpublished changes',
  published: null,
}

export const draftStateOf = ({
  version,
  publishedVersion,
  hasRevision,
}: {
  readonly version: number
  readonly publishedVersion: number | null
  /** One that is not withdrawn. */
  readonly hasRevision: boolean
}): DraftState => {
  if (!hasRevision) return 'draft-only'
  return version === publishedVersion ? 'published' : 'changed'
}
