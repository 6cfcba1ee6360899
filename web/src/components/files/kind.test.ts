import { expect, test } from 'vitest'
import { isShown } from './kind'

test('pictures of a sensible size are shown, and nothing that could hold a script', () => {
  const size = 1000
  expect(isShown({ contentType: 'image/png', size })).toBe(true)
  expect(isShown({ contentType: 'image/png', size: 20 * 1024 * 1024 })).toBe(false)
  for (const contentType of ['image/svg+xml', 'text/html', 'application/pdf'])
    expect(isShown({ contentType, size }), contentType).toBe(false)
})
