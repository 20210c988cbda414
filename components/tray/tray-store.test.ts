import { afterEach, expect, test, vi } from 'vitest'
import { dropWorkspaceTrays } from '@/components/tray/tray-store'

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
