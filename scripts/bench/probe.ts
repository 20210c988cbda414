/** How long one key took, in milliseconds, and what the page said by the time of the first frame after it. */
export type Seen = {
  /** From the moment of the key to the end of the frame that shows what it did, the wait for the frame included. */
  readonly handled: number
  /** The script that the key ran, and the frame after it: style, layout, paint. */
  readonly work: number
  readonly isShown: boolean
}

/** Which event does the work, and what has to stand where in the frame after it. */
export type Watch = {
  readonly event: 'keydown' | 'input'
  readonly shown?: Readonly<Record<string, string>>
}

/** Runs in the page. The window hears an event before everybody else, and after everybody else. */
export function armProbe({ event, shown = {} }: Watch): { readonly seen: Promise<Seen> } {
  const now = () => performance.now()
  const once = { once: true }
  const seen = new Promise<Seen>((resolve) => {
    let pressedAt = 0
    let script = 0
    const { port1, port2 } = new MessageChannel()
    const inFrame = () => {
      const begun = now()
      const isShown = Object.entries(shown).every(
        ([selector, text]) => document.querySelector(selector)?.textContent === text,
      )
      // The next task after a frame's callbacks comes when the frame has been laid out and painted.
      port1.onmessage = () => {
        port1.close()
        resolve({ handled: now() - pressedAt, work: script + now() - begun, isShown })
      }
      port2.postMessage(null)
    }
    const begin = () => {
      const begun = now()
      requestAnimationFrame(inFrame)
      addEventListener(event, () => (script = now() - begun), once)
    }
    addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), { ...once, capture: true })
    addEventListener(event, begin, { ...once, capture: true })
  })
  return { seen }
}
