import { afterEach, expect, test, vi } from 'vitest'
import { codeOf } from '@/lib/accounts/testing/totp'

afterEach(() => vi.useRealTimers())

// RFC 6238, appendix B, cut to six digits; the key is "12345678901234567890".
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [2_000_000_000, '279037'],
])('the code at second %i is that of the standard', (second, code) => {
  vi.useFakeTimers({ now: second * 1_000 })
  expect(codeOf('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')).toBe(code)
})
