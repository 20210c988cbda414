import { afterEach, expect, test, vi } from 'vitest'
import { dropWorkspaceTrays, withAgents, withoutAgents } from '@/components/tray/tray-store'

afterEach(() => vi.unstubAllGlobals())

test('names of the agents of workspaces go on signing out, and what was ticked of the library stays', () => {
  const ticked = JSON.stringify([{ key: 'hidden', name: 'A hidden agent' }])
  const kept: Record<string, string> = {
    'fullscore.compare./w/acme/compare': ticked,
    'fullscore.compare./compare': ticked,
    'fullscore.draft.somebody.agent.tab': '{}',
  }
  const removeItem = (key: string) => Reflect.deleteProperty(kept, key)
  vi.stubGlobal('localStorage', new Proxy(kept, { get: () => removeItem }))
  dropWorkspaceTrays()
  expect(Object.keys(kept)).toEqual(['fullscore.compare./compare', 'fullscore.draft.somebody.agent.tab'])
})

test('a browser that lets nothing be kept has nothing that would stay', () => {
  vi.stubGlobal('localStorage', undefined)
  expect(dropWorkspaceTrays).not.toThrow()
})

const ticked = (...keys: readonly string[]) => keys.map((key) => ({ key, name: key }))

test('what is in a tray keeps its place, each agent is there once, and no more than fit are taken', () => {
  expect(withAgents(ticked('b', 'c', 'd'), 3)(ticked('a', 'b'))).toEqual(ticked('a', 'b', 'c'))
  expect(withAgents(ticked('a', 'b:draft'), 6)(ticked('a:draft'))).toEqual(ticked('a:draft', 'b:draft'))
  expect(withAgents(ticked('x'), 2)(ticked('a', 'b', 'c'))).toEqual(ticked('a', 'b', 'c'))
})

test('an agent is taken out, whether its report or its draft was ticked', () => {
  expect(withoutAgents(['a', 'b:draft'])(ticked('a:draft', 'b', 'c'))).toEqual(ticked('c'))
})
