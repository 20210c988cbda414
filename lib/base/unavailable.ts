import { errorChain, errorCodes } from '@/lib/base/error-codes'

/**
 * Whether a failed query says that the database cannot be reached or does not answer in time. It is told from a bug
 * by the codes of Postgres, of the network and of Prisma, never by a message alone except where pg gives no code.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  return (
    errorCodes(error).some((code) => CODES.has(code)) ||
    errorChain(error).some((one) => one instanceof Error && MESSAGES.test(one.message))
  )
}

const CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  '08000', // connection exception and its kinds, then: too many connections, shutdowns, a statement that ran too long
  '08001',
  '08003',
  '08004',
  '08006',
  '53300',
  '57014',
  '57P01',
  '57P02',
  '57P03',
  '3D000', // the database is gone
  'P1001',
  'P1002',
  'P1003',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
])

const MESSAGES =
  /timeout exceeded when trying to connect|Query read timeout|Connection terminated|Can't reach database server/
