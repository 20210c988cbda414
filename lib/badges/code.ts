import { newLinkCode } from '@/lib/workspaces/codes'

/** 160 bits of chance, so that nobody comes upon a badge. It is no secret: it stands wherever the badge is shown. */
export const newBadgeCode = newLinkCode

export const isBadgeCode = (text: string): boolean => /^[\w-]{27}$/.test(text)
