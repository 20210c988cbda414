import { describe, expect, test } from 'vitest'
import { bug } from '@/lib/base/assert'
import { fieldsOfDraft } from '@/lib/editor/document-fields'
import { isDirty, keptOf, readState, startEditing } from '@/lib/editor/editor-state'
import type { FieldId } from '@/lib/editor/fields'
import type { EditorEvent } from '@/lib/editor/reduce-editor'
import {
  EMPTY,
  following,
  outrunBy,
  save,
  sendInVain,
  started,
  storedWith,
  type,
} from '@/lib/editor/testing/desk'

describe('when somebody else saved first', () => {
  test('what only one of the two touched goes together by itself', () => {
    const mine = following(started, type('summary', 'Sends and reads mail.'))
    const merged = following(mine, outrunBy({ name: 'Mail agent', summary: 'Sends mail.' }))
    expect(merged.fields).toMatchObject({ name: 'Mail agent', summary: 'Sends and reads mail.' })
    expect(merged.conflicts).toEqual([])
    expect(merged.taken).toEqual({ by: 'Ben', fields: ['name'] })
    expect(merged.stored.version).toBe(2)
  })

  test('of a field that both touched both texts are there, and neither is sent over the other', () => {
    const mine = following(started, type('summary', 'Mine.'), type('vendor', 'Acme'))
    const state = following(mine, outrunBy({ name: 'Mailer', summary: 'Theirs.' }))
    expect(state.fields.summary).toBe('Mine.')
    expect(state.conflicts).toEqual([{ field: 'summary', theirs: 'Theirs.', by: 'Ben' }])
    expect(readState(state).document).toMatchObject({ summary: 'Theirs.', vendor: 'Acme' })
  })

  test.each([
    ['the own text', 'Mine.'],
    ['the other text', 'Theirs.'],
    ['a third one', 'Both.'],
  ])('choosing %s ends the conflict, and that is what is sent', (_what, value) => {
    const state = following(
      started,
      type('summary', 'Mine.'),
      outrunBy({ name: 'Mailer', summary: 'Theirs.' }),
    )
    const [conflict = bug('no conflict')] = state.conflicts
    const chosen = following(state, { type: 'chosen', conflict, value })
    expect(chosen.conflicts).toEqual([])
    expect(readState(chosen).document.summary).toBe(value)
  })

  test('the same change by both is none, and 0.8 is 0.80', () => {
    const mine = following(started, type('factors.memory', '0.8'), type('summary', 'Same.'))
    const theirs = { name: 'Mailer', summary: 'Same.', factors: { memory: { value: 0.8 } } }
    expect(following(mine, outrunBy(theirs)).conflicts).toEqual([])
  })

  test('a second change by them while the first still waits is what can be chosen', () => {
    const state = following(
      started,
      type('summary', 'Mine.'),
      outrunBy({ name: 'Mailer', summary: 'Theirs.' }),
      outrunBy({ name: 'Mailer', summary: 'Theirs again.' }, 'Cy', 3),
    )
    expect(state.conflicts).toEqual([{ field: 'summary', theirs: 'Theirs again.', by: 'Cy' }])
    expect(state.fields.summary).toBe('Mine.')
  })
})

describe('when the answer to a save is lost', () => {
  test('a sentence is in no conflict with its own beginning', () => {
    const half = following(started, type('summary', 'Sends mail and'))
    const whole = following(sendInVain(half), type('summary', 'Sends mail and reads it.'))
    const back = following(whole, outrunBy({ name: 'Mailer', summary: 'Sends mail and' }, 'Ada'))
    expect(back.conflicts).toEqual([])
    expect(back.fields.summary).toBe('Sends mail and reads it.')
    expect(isDirty(back)).toBe(true)
  })

  test('the same holds for what a closed tab had kept', () => {
    const arrived = storedWith({ name: 'Mailer', summary: 'Sends mail and' }, 2)
    const sent = fieldsOfDraft({ ...EMPTY, name: 'Mailer', summary: 'Sends mail and' })
    const kept = {
      base: started.stored.fields,
      fields: { ...sent, summary: 'Sends mail and reads it.' },
      unanswered: [sent],
      conflicts: [],
    }
    const back = following(startEditing(arrived), { type: 'came-back', kept })
    expect(back.conflicts).toEqual([])
    expect(back.fields.summary).toBe('Sends mail and reads it.')
  })
})

test('a choice that was open when the tab closed is still to be made', () => {
  const conflict = following(
    started,
    type('summary', 'Mine.'),
    outrunBy({ name: 'Mailer', summary: 'Theirs.' }),
  )
  const reopened = startEditing(storedWith({ name: 'Mailer', summary: 'Theirs.' }, 2, 'Ben'))
  const back = following(reopened, { type: 'came-back', kept: keptOf(conflict) })
  expect(back.fields.summary).toBe('Mine.')
  expect(back.conflicts).toEqual([{ field: 'summary', theirs: 'Theirs.', by: 'Ben' }])
})

test('two copies that come back after one another are both there', () => {
  const kept = (field: FieldId, value: string) => keptOf(following(started, type(field, value)))
  const back = following(
    started,
    { type: 'came-back', kept: kept('vendor', 'Acme') },
    { type: 'came-back', kept: kept('summary', 'Longer.') },
  )
  expect(back.fields).toMatchObject({ vendor: 'Acme', summary: 'Longer.' })
  expect(back.conflicts).toEqual([])
})

describe('what cannot be stored yet', () => {
  test('is held back with its reason while everything else is sent', () => {
    const state = following(started, type('links.homepage', 'https:/'), type('vendor', 'Acme'))
    const read = readState(state)
    expect(read.held).toEqual(['links.homepage'])
    expect(read.document).toMatchObject({ vendor: 'Acme' })
    expect(read.document.links).toBeUndefined()
    const saved = save(state)
    expect(saved.fields['links.homepage']).toBe('https:/')
    expect(isDirty(saved)).toBe(true)
  })

  test('does not undo what was stored of the field before', () => {
    const state = following(started, type('name', 'x'.repeat(121)))
    expect(readState(state).document.name).toBe('Mailer')
  })

  test('a mitigation factor waits while the formula has none', () => {
    const state = following(started, type('mitigationFactor', '0.83'), type('formula', 'aivss-0.5'))
    expect(readState(state)).toMatchObject({ held: [], document: { formula: 'aivss-0.5' } })
    expect(readState(state).document.mitigationFactor).toBeUndefined()
    const back = following(state, type('formula', 'aivss-0.8'))
    expect(readState(back).document.mitigationFactor).toEqual({ value: 0.83 })
  })
})

describe('undo and redo', () => {
  test('take back field by field and bring it forth again, up to what was there', () => {
    const state = following(started, type('name', 'One'), type('summary', 'Two.'), type('name', 'Three'))
    const undone = following(
      state,
      { type: 'undone' },
      { type: 'undone' },
      { type: 'undone' },
      { type: 'undone' },
    )
    expect(undone.fields).toEqual(started.fields)
    expect(following(undone, { type: 'redone' }, { type: 'redone' }, { type: 'redone' }).fields).toEqual(
      state.fields,
    )
  })

  test('letters typed without a pause are one step', () => {
    const letters = ['M', 'Ma', 'Mai'].map(
      (value, index): EditorEvent => ({
        type: 'typed',
        field: 'vendor',
        value,
        atMs: index * 100,
      }),
    )
    expect(following(started, ...letters, { type: 'undone' }).fields.vendor).toBe('')
  })

  test('letters that were taken away again at once are no step', () => {
    const typo = ['M', ''].map((value): EditorEvent => ({ type: 'typed', field: 'vendor', value, atMs: 0 }))
    const state = following(started, type('name', 'One'), ...typo, { type: 'undone' })
    expect(state.fields.name).toBe('Mailer')
  })

  test('a clock that was set back puts nothing together', () => {
    const [soon, later] = [type('vendor', 'Acme'), type('vendor', 'Acme Corp')]
    expect(following(started, later, soon, { type: 'undone' }).fields.vendor).toBe('Acme Corp')
  })

  test('a text that was given up for theirs comes back alone, however soon that was chosen', () => {
    const typed: EditorEvent = { type: 'typed', field: 'summary', value: 'Mine.', atMs: Date.now() }
    const mine = following(started, typed, outrunBy({ name: 'Mailer', summary: 'Theirs.' }))
    const [conflict = bug('no conflict')] = mine.conflicts
    const chosen = following(mine, { type: 'chosen', conflict, value: 'Theirs.' }, { type: 'undone' })
    expect(chosen.fields.summary).toBe('Mine.')
  })

  test('typing after an undo ends what could be redone', () => {
    const state = following(started, type('name', 'One'), { type: 'undone' }, type('name', 'Two'), {
      type: 'redone',
    })
    expect(state.fields.name).toBe('Two')
  })
})
