import type { Browser, Page } from '@playwright/test'
import { bug } from '@/lib/base/assert'
import { fieldsOfDraft } from '@/lib/editor/document-fields'
import { previewOf } from '@/lib/editor/preview'
import type { Desk } from '@/scripts/bench/desk'
import { openBare, openEditor } from '@/scripts/bench/editor-page'
import { besides, pressInTurns } from '@/scripts/bench/keys'
import type { Watch } from '@/scripts/bench/probe'
import type { Measured } from '@/scripts/bench/table'

const STEPS = 200
/** From one end of the slider to the other. */
const SWEEP = 20
const placeAfter = (step: number): number => SWEEP - Math.abs(SWEEP - ((step + 1) % (2 * SWEEP)))
const KEYS = Array.from({ length: STEPS }, (_, step) =>
  step % (2 * SWEEP) < SWEEP ? 'ArrowRight' : 'ArrowLeft',
)

/** A step of a factor's slider, up and down the whole scale, beside a bare slider with its number next to it. */
export async function measureSlider(browser: Browser, desk: Desk): Promise<readonly Measured[]> {
  const bare = await openSlider(browser, desk)
  const editor = await openEditor(browser, desk)
  await editor.getByRole('slider', { name: 'Autonomy of Action' }).focus()
  const { costs, floor } = await pressInTurns(
    { page: editor, keys: KEYS, watchOf: (step) => scoreAt(desk, placeAfter(step)) },
    {
      page: bare,
      keys: KEYS,
      watchOf: (step) => ({ event: 'input', shown: { '#number': String(placeAfter(step)) } }),
    },
  )
  if (!floor.every(({ isShown }) => isShown)) throw new Error('The bare slider does not say where it is')
  for (const page of [editor, bare]) await page.close()
  const prompt = costs.filter(({ isShown }) => isShown).length
  return [
    {
      ...besides(costs, floor, 'a bare slider', 'work'),
      what: 'slider step, script and frame',
      requirement: {
        text: 'A slider step repaints score and derivation within one frame',
        isHeld: prompt === STEPS,
        found: `${prompt} of ${STEPS} in the first frame after the key`,
      },
    },
    { ...besides(costs, floor, 'a bare slider', 'processor'), what: 'slider step, processor time' },
  ]
}

/** What the core says at this place of the slider, where the editor has to show it. */
function scoreAt({ document }: Desk, place: number): Watch {
  const fields = { ...fieldsOfDraft(document), 'factors.autonomy': (place / SWEEP).toFixed(2) }
  const { result } = previewOf(fields)
  if (!result.ok) return bug('the full document has no score')
  const { score, steps } = result.value
  return {
    event: 'keydown',
    shown: {
      '[data-desk] .figures': score.toFixed(1),
      '[data-desk] a[href="#derivation"]': steps.at(-2)?.expression ?? '',
      'section[aria-labelledby="derivation"] ol': steps
        .map(({ label, value, expression }) => `${label}${value}${expression}`)
        .join(''),
    },
  }
}

/** A slider that writes its number next to it, and does nothing else. */
async function openSlider(browser: Browser, desk: Desk): Promise<Page> {
  const slider = `<input id="bare" type="range" max="${SWEEP}" value="0"><output id="number">0</output>`
  const page = await openBare(browser, desk, slider)
  await page.evaluate(() => {
    const [input, number] = ['bare', 'number'].map((id) => document.getElementById(id))
    input?.addEventListener('input', () => {
      if (input instanceof HTMLInputElement && number) number.textContent = input.value
    })
  })
  await page.locator('#bare').focus()
  return page
}
