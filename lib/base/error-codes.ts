/**
 * The codes that an error carries: those of Postgres, of the network and of Prisma, its own and those of its causes and
 * of the driver's error that Prisma keeps in `meta`.
 */
export const errorCodes = (error: unknown): readonly string[] => errorChain(error).map(codeOf)

const codeOf = (error: object): string =>
  String(Reflect.get(error, 'code') ?? Reflect.get(error, 'originalCode') ?? '')

/** An error, its causes, and the driver's own error, from the outside in. */
export function errorChain(error: unknown, depth = 0): readonly object[] {
  if (typeof error !== 'object' || error === null || depth === 5) return []
  const inner = ['cause', 'meta', 'driverAdapterError'].map((name) => Reflect.get(error, name))
  return [error, ...inner.flatMap((one) => errorChain(one, depth + 1))]
}
