import { expect, test } from 'vitest'
import { coloured, isColourful, plain, toJson } from '@/scripts/fullscore/paint'

test('colours are for a terminal alone, and not for who asks to be spared', () => {
  expect(isColourful(true, {})).toBe(true)
  expect(isColourful(undefined, {})).toBe(false)
  expect(isColourful(true, { NO_COLOR: '1' })).toBe(false)
  expect(isColourful(true, { TERM: 'dumb' })).toBe(false)
})

test('a coloured text is the plain one between two codes', () => {
  expect(coloured({ text: '9.5 Critical', style: 'bad' })).toBe('\u001b[31;1m9.5 Critical\u001b[0m')
  expect(plain({ text: '9.5 Critical', style: 'bad' })).toBe('9.5 Critical')
})

test('no text of others reaches a terminal as a command to it', () => {
  for (const hostile of ['\u001b[2J', '\u009b2J', '\r', '\u0007', '\u202e'])
    expect(plain(`before${hostile}after`)).not.toContain(hostile)
  expect(plain('two\nlines')).toBe('two\nlines')
})

test('JSON keeps what it says and moves no cursor either', () => {
  for (const hostile of ['\u001b[2J', '\u009b2J', '\r', '\u007f', '\u202e', '\u2066']) {
    const json = toJson({ name: `before${hostile}after` })
    expect(json).not.toContain(hostile)
    expect(JSON.parse(json)).toEqual({ name: `before${hostile}after` })
  }
})
