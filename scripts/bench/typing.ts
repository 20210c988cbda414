import type { Browser, Page } from '@playwright/test'
import type { Desk } from '@/scripts/bench/desk'
import { openBare, openEditor } from '@/scripts/bench/editor-page'
import { NARRATIVE_LENGTH } from '@/scripts/bench/full-document'
import { besides, type Cost, pressInTurns } from '@/scripts/bench/keys'
import type { Measured } from '@/scripts/bench/table'

const KEYSTROKES = 200
const LIMIT_MS = 50
const LENGTH = NARRATIVE_LENGTH.toLocaleString('en')
const SENTENCE = 'The agent reads what others wrote, and acts on it. '
const KEYS = Array.from({ length: KEYSTROKES }, (_, index) => SENTENCE.charAt(index % SENTENCE.length))

/** A keystroke at the end of a long narrative, beside one in a text area without anything around it. */
export async function measureTyping(browser: Browser, desk: Desk): Promise<readonly Measured[]> {
  const bare = await openBare(browser, desk, '<textarea id="bare" rows="30" cols="80"></textarea>')
  await bare.locator('#bare').fill(desk.document.layers.L1.narrative)
  const editor = await openEditor(browser, desk)
  const before = [await focusEnd(editor, '#narrative-L1'), await focusEnd(bare, '#bare')]
  const { costs, floor } = await pressInTurns(typingIn(editor), typingIn(bare))
  const after = [await textOf(editor, '#narrative-L1'), await textOf(bare, '#bare')]
  if (after.some((text, place) => text !== before[place] + KEYS.join('')))
    throw new Error('What was typed is not what is there')
  for (const page of [editor, bare]) await page.close()
  return [
    {
      ...besides(costs, floor, 'a bare text area', 'handled'),
      what: `keystroke in ${LENGTH} characters, until painted`,
      requirement: {
        text: `A keystroke in a narrative of ${LENGTH} characters is handled within ${LIMIT_MS} ms`,
        isHeld: costs.every(isQuick),
        // What another program does to a bare text area it does to the editor too.
        found: `${shareOf(costs)}; a bare text area beside it: ${shareOf(floor)}`,
      },
    },
    {
      ...besides(costs, floor, 'a bare text area', 'processor'),
      what: `keystroke in ${LENGTH} characters, processor time`,
    },
  ]
}

const isQuick = ({ handled }: Cost): boolean => handled < LIMIT_MS

const shareOf = (costs: readonly Cost[]): string =>
  `${costs.filter(isQuick).length} of ${costs.length}, the slowest ${Math.max(...costs.map(({ handled }) => handled)).toFixed(1)} ms`

const typingIn = (page: Page) => ({ page, keys: KEYS, watchOf: () => ({ event: 'input' }) as const })

const textOf = (page: Page, field: string): Promise<string> => page.locator(field).inputValue()

/** Answers with what stands there already. */
async function focusEnd(page: Page, field: string): Promise<string> {
  await page.locator(field).focus()
  await page.keyboard.press('Control+End')
  return textOf(page, field)
}
