import { expect, test } from 'vitest'
import { type Announced, announcedAfter, type SaveStateName } from '@/components/editor/save-announcement'

/** What is said in the course of a day, each thing once as long as it holds. */
function said(states: readonly SaveStateName[]): readonly Announced[] {
  const day: Announced[] = [null]
  for (const state of states) day.push(announcedAfter(day.at(-1) ?? null, state))
  return day.filter((one, index) => one !== null && one !== day[index - 1])
}

test('typing and saving without trouble says nothing', () => {
  expect(said(['saved', 'waiting', 'saving', 'saved', 'waiting', 'saving', 'saved'])).toEqual([])
})

test.each(['offline', 'signed-out', 'conflict', 'refused', 'held'] as const)(
  '%s is said once, through every new attempt, and so is its end',
  (trouble) => {
    const day = [
      'saved',
      'waiting',
      trouble,
      'waiting',
      'saving',
      trouble,
      'saving',
      'saved',
      'saving',
      'saved',
    ] as const
    expect(said(day)).toEqual([trouble, 'saved'])
  },
)

test('one trouble after another is said each in turn', () => {
  expect(said(['offline', 'saving', 'signed-out', 'conflict', 'saved', 'offline'])).toEqual([
    'offline',
    'signed-out',
    'conflict',
    'saved',
    'offline',
  ])
})
