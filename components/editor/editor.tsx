'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { type Autosave, startAutosave } from '@/components/editor/autosave'
import { ConflictsSection } from '@/components/editor/conflicts-section'
import { DeskBar } from '@/components/editor/desk-bar'
import { FactorsSection } from '@/components/editor/factors-section'
import { InputsSection } from '@/components/editor/inputs-section'
import { LayersSection } from '@/components/editor/layers-section'
import { MissingSection } from '@/components/editor/missing-section'
import { ProfileSection } from '@/components/editor/profile-section'
import { ReadingProvider } from '@/components/editor/readings'
import { ScoreSection } from '@/components/editor/score-section'
import { createEditorStore, EditorStoreProvider } from '@/components/editor/store'
import { TakenNotice } from '@/components/editor/taken-notice'
import { showField, useDeskKeys } from '@/components/editor/use-desk-keys'
import { readState, type Stored } from '@/lib/editor/editor-state'
import type { LayerId } from '@/lib/maestro/layers'

type Desk = {
  readonly account: string
  readonly agentId: string
  readonly saveUrl: string
  readonly publishUrl: string
}

/** The desk of an analyst: the profile and the ten factors on one side, the seven layers on the other. */
export function Editor({ desk, stored }: { desk: Desk; stored: Stored }) {
  const [store] = useState(() => createEditorStore(stored))
  const [keepsCopies, setKeepsCopies] = useState(true)
  const [layer, setLayer] = useState<LayerId>('L1')
  const router = useRouter()
  const autosave = useRef<Autosave>(null)
  const { account, agentId, saveUrl, publishUrl } = desk
  useEffect(() => {
    const place = { account, agentId }
    const started = startAutosave(store, { url: saveUrl, account }, place, setKeepsCopies)
    autosave.current = started
    return () => void started.stop()
  }, [store, account, agentId, saveUrl])
  useDeskKeys(store, setLayer)
  const isReady = useIsHydrated()
  /** Published is what is stored; as long as that is another text than the one in view, it leads to the difference. */
  const publish = async () => {
    if (await autosave.current?.saveNow()) return router.push(publishUrl)
    const state = store.get()
    const [held] = readState(state).held
    if (state.conflicts.length > 0) document.getElementById('conflicts')?.focus()
    else if (held) showField(held, setLayer)
  }
  return (
    <EditorStoreProvider store={store}>
      <ReadingProvider store={store}>
        <noscript>
          <p className="mb-6 text-sm">The editor needs JavaScript. Everything else here works without it.</p>
        </noscript>
        {/* What is typed before the page has come to life would be lost. */}
        <fieldset disabled={!isReady} className="min-w-0" data-desk>
          <DeskBar keepsCopies={keepsCopies} onPublish={publish} />
          <TakenNotice />
          <ConflictsSection />
          <div className="grid gap-x-14 gap-y-12 lg:grid-cols-2">
            <div className="min-w-0 space-y-12">
              <ProfileSection />
              <InputsSection />
              <FactorsSection />
            </div>
            <div className="min-w-0 space-y-12 lg:sticky lg:top-28 lg:max-h-[calc(100dvh-8rem)] lg:self-start lg:overflow-y-auto lg:pr-2">
              <LayersSection current={layer} onCurrent={setLayer} />
              <ScoreSection />
              <MissingSection />
            </div>
          </div>
        </fieldset>
      </ReadingProvider>
    </EditorStoreProvider>
  )
}

const useIsHydrated = (): boolean =>
  useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  )
