/** The code of Postgres (`28P01`) or of the network (`ECONNREFUSED`); empty where an error has none. */
export function errorCode(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return errorCode(error.errors[0])
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
