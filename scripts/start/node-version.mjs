const oldestNode = [20, 19]

/** Why this Node cannot run Fullscore, and what to do; undefined for one that can. */
export function nodeFault() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return undefined
  return `Node ${process.versions.node} is too old: install Node ${oldestNode.join('.')} or newer, see https://nodejs.org.`
}
