import { createHmac, hkdfSync } from 'node:crypto'
import { registry } from '@/lib/registry'

/** What the one secret of an installation is used for; none of them can be told from another. */
export type KeyPurpose =
  | 'sessions'
  | 'codes'
  | 'used-codes'
  | 'tokens'
  | 'shares'
  | 'share-grants'
  | 'idempotency'

/** A key of 256 bits for one purpose, derived from the installation's secret (RFC 5869). */
export const keyFor = (purpose: KeyPurpose): string =>
  Buffer.from(hkdfSync('sha256', registry().secret, '', `fullscore ${purpose}`, 32)).toString('base64url')

/** Keyed, so that whoever reads the database cannot try values out. */
export const keyedHash = (purpose: KeyPurpose, ...what: readonly string[]): string =>
  createHmac('sha256', keyFor(purpose)).update(JSON.stringify(what)).digest('base64url')
