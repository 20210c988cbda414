import { createRequire } from 'node:module'
import type { IForbiddenRuleType, IViolation } from 'dependency-cruiser'
import { FORBIDDEN } from '@/scripts/architecture/rules'

const FOLDERS = ['app', 'components', 'lib', 'scripts', 'e2e']

export type Cruised = { readonly modules: readonly string[]; readonly violations: readonly Violation[] }
export type Violation = { readonly rule: string; readonly from: string; readonly to: string }

/** Reads every import below a folder that is laid out like this project, and holds it against the rules. */
export async function cruiseTree(baseDir: string, folders = FOLDERS): Promise<Cruised> {
  teachTsx()
  const { cruise } = await import('dependency-cruiser')
  const { output } = await cruise(
    folders,
    {
      baseDir,
      ruleSet: { forbidden: [...FORBIDDEN] satisfies IForbiddenRuleType[] },
      validate: true,
      parser: 'swc',
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '^(\\.next|\\.build|\\.data)/' },
    },
    {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      alias: { '@': baseDir },
    },
  )
  if (typeof output === 'string') throw new Error('A cruise without a reporter gives its result as data')
  return {
    modules: output.modules.map(({ source }) => source).filter((source) => !source.includes('node_modules')),
    violations: output.summary.violations.map(({ rule, from, to }: IViolation) => ({
      rule: rule.name,
      from,
      to,
    })),
  }
}

/**
 * dependency-cruiser asks swc to read every file as TypeScript without JSX and offers no setting for it, so a `.tsx`
 * file would end it. The parser it is given knows the difference by the name.
 */
function teachTsx() {
  const swc = createRequire(import.meta.url)('@swc/core')
  const { parseFileSync } = swc
  swc.parseFileSync = (file: string, options: object) =>
    parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') })
}
