import { randomBytes } from 'node:crypto'
import { keyedHash } from '@/lib/access/keys'
import { SHARE_TOKEN_BYTES } from '@/lib/base/share-path'
import { registry } from '@/lib/registry'

export const newShareToken = (): string => randomBytes(SHARE_TOKEN_BYTES).toString('base64url')

/** What is stored of a token. Keyed, so that a dump of the database says nothing about one. */
export const hashShareToken = (token: string): string => keyedHash('shares', token)

/** What is handed on; nobody is shown it a second time. */
export const shareUrl = (token: string): string => `${registry().publicUrl}/r/${token}`
