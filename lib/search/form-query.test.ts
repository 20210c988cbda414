import { expect, test } from 'vitest'
import { readFormQuery } from '@/lib/search/form-query'

test('what a form sends is read as what an address says', () => {
  const sent = {
    q: '',
    kind: 'agent',
    'toolUse.from': '0.8',
    'toolUse.to': '',
    'score.from': '',
    'score.to': '',
    columns: ['score', 'kind'],
  }
  expect(readFormQuery(sent)).toEqual({
    asked: { kind: 'agent', toolUse: '0.8..', columns: 'score,kind' },
    isFromForm: true,
  })
})

test('an address that is short already stays as it is', () => {
  expect(readFormQuery({ kind: 'agent', toolUse: '..0.5' })).toEqual({
    asked: { kind: 'agent', toolUse: '..0.5' },
    isFromForm: false,
  })
})

test('hostile names are nothing but names', () => {
  const { asked } = readFormQuery({ '__proto__.from': '1', 'a.b.from': 'x', '.to': 'y' })
  expect(Object.entries(asked)).toEqual([
    ['a.b.from', 'x'],
    ['.to', 'y'],
    ['__proto__', '1..'],
  ])
})
