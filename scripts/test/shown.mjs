import { existsSync, readdirSync, readFileSync } from 'node:fs'

const LINES_MAX = 60

/** What the pages of failed journeys showed when they failed, which a machine without their traces tells nobody else. */
export function shownOnFailure(folder) {
  const journeys = existsSync(folder) ? readdirSync(folder) : []
  return journeys.flatMap((journey) => {
    const context = `${folder}/${journey}/error-context.md`
    if (!existsSync(context)) return []
    const shown = readFileSync(context, 'utf8').match(/```yaml\n([\s\S]*?)```/)?.[1] ?? ''
    const lines = shown.slice(Math.max(0, shown.indexOf('- main:'))).split('\n')
    return [`${journey} showed:`, ...lines.slice(0, LINES_MAX)]
  })
}
