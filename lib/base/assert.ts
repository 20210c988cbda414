/** Stops at a state that the types or an earlier check rule out: reaching it is a bug, not an outcome. */
export const bug = (message: string): never => {
  throw new Error(`Bug: ${message}`)
}
