/** The same one after the other, but the next is begun while whoever asked is at work on the last. */
export async function* ahead<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  const items = source[Symbol.asyncIterator]()
  let next = begun(items)
  try {
    for (let item = await next; !item.done; item = await next) {
      next = begun(items)
      yield item.value
    }
  } finally {
    await next.catch(() => undefined)
  }
}

/** Its failure is told when it is waited for, and until then by nobody. */
function begun<T>(items: AsyncIterator<T>): Promise<IteratorResult<T>> {
  const next = items.next()
  next.catch(() => undefined)
  return next
}
