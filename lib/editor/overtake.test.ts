import { describe, expect, test } from 'vitest'
import type { Draft } from '@/lib/assessment/document'
import { bug } from '@/lib/base/assert'
import { isDirty, isOnlyHere, keptOf, readState, startEditing } from '@/lib/editor/editor-state'
import { following, outrunBy, save, sendInVain, started, storedWith, type } from '@/lib/editor/testing/desk'

const mailer = (draft: Partial<Draft>) => ({ name: 'Mailer', ...draft })

test('no step back or forth takes away what somebody else has written since', () => {
  const theirs = outrunBy(mailer({ summary: 'Theirs.' }), 'Ben', 9)
  const saved = save(following(started, type('summary', 'Mine.')))
  expect(following(saved, theirs, { type: 'undone' }).fields.summary).toBe('Theirs.')
  const undone = save(following(saved, { type: 'undone' }))
  expect(following(undone, theirs, { type: 'redone' }).fields.summary).toBe('Theirs.')
})

test.each([
  ['vendor', 'Acme ', 'Acme Corp'],
  ['tags', 'mcp, ', 'mcp, cloud'],
  ['factors.memory', '0,8', '0,85'],
  ['cvss', ' 9', ' 9.1'],
] as const)('who types on in %s is in no conflict with how the server writes it', (field, first, second) => {
  const saved = save(following(started, type(field, first)))
  const stored = { ...readState(saved).document, description: 'New.' }
  const merged = following(saved, type(field, second), outrunBy(stored, 'Ben', 3))
  expect(merged.conflicts).toEqual([])
  expect(merged.fields[field]).toBe(second)
  expect(merged.taken).toEqual({ by: 'Ben', fields: ['description'] })
})

test('in a text 1 and 1.0 are two texts', () => {
  const state = following(startEditing(storedWith({ vendor: '1' })), outrunBy({ vendor: '1.0' }))
  expect(state.fields.vendor).toBe('1.0')
})

test('a conflict is over once they have saved the same', () => {
  const state = following(started, type('summary', 'Mine.'), outrunBy(mailer({ summary: 'Theirs.' })))
  expect(following(state, outrunBy(mailer({ summary: 'Mine.' }), 'Ben', 3)).conflicts).toEqual([])
})

test('a save is recognised whose answer was lost long ago', () => {
  let state = sendInVain(following(started, type('summary', 'Sends')))
  for (let word = 1; word <= 30; word += 1) {
    state = sendInVain(following(state, type('summary', `Sends${' and'.repeat(word)}`)))
    state = sendInVain(state)
  }
  const back = following(state, outrunBy(mailer({ summary: 'Sends' }), 'Ada'))
  expect(back.conflicts).toEqual([])
  expect(back.fields.summary).toMatch(/and$/)
})

describe('texts of one field from two tabs of one person', () => {
  const keptWith = (summary: string) => keptOf(following(started, type('summary', summary)))
  const both = following(
    started,
    { type: 'came-back', kept: keptWith('One.') },
    { type: 'came-back', kept: keptWith('Two.') },
  )

  test('are both there, and nobody else is said to have written one', () => {
    expect(both.fields.summary).toBe('Two.')
    expect(both.conflicts).toEqual([{ field: 'summary', theirs: 'One.', by: null }])
    expect(readState(both).document.summary).toBe('Sends mail.')
  })

  test('wait beside a third text that somebody else saves', () => {
    const three = following(both, outrunBy(mailer({ summary: 'Three.' })))
    expect(three.conflicts.map(({ theirs }) => theirs)).toEqual(['One.', 'Three.'])
    const [conflict = bug('no conflict')] = three.conflicts
    const chosen = following(three, { type: 'chosen', conflict, value: 'One.' })
    expect(chosen.fields.summary).toBe('One.')
    expect(chosen.conflicts).toEqual([{ field: 'summary', theirs: 'Three.', by: 'Ben' }])
  })

  test('come back again in whatever order their copies are found', () => {
    for (const kept of [
      [keptOf(both), keptWith('One.')],
      [keptWith('One.'), keptOf(both)],
    ]) {
      const again = following(started, ...kept.map((one) => ({ type: 'came-back', kept: one }) as const))
      const texts = [again.fields.summary, ...again.conflicts.map(({ theirs }) => theirs)]
      expect(texts.toSorted()).toEqual(['One.', 'Two.'])
    }
  })
})

describe('what the formula has no place for', () => {
  const rested = save(following(started, type('mitigationFactor', '0.83'), type('formula', 'aivss-0.5')))

  test('rests in the browser, also when somebody else saves', () => {
    expect(isDirty(rested)).toBe(false)
    const merged = following(rested, outrunBy({ ...readState(rested).document, vendor: 'Acme' }, 'Ben', 3))
    expect(merged.fields.mitigationFactor).toBe('0.83')
    expect(merged.taken?.fields).toEqual(['vendor'])
  })

  test('is kept for a later visit, and sent once it is wanted again', () => {
    expect(isOnlyHere(rested)).toBe(true)
    const later = startEditing(storedWith(readState(rested).document, 2))
    const back = following(later, { type: 'came-back', kept: keptOf(rested) }, type('formula', 'aivss-0.8'))
    expect(readState(back).document.mitigationFactor).toEqual({ value: 0.83 })
    expect(isDirty(back)).toBe(true)
  })
})
