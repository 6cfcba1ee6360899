import { expect, test } from 'vitest'
import { hasPicture, isShown } from './kind'

test('pictures of a sensible size are shown, and nothing that could hold a script', () => {
  const size = 1000
  expect(isShown({ contentType: 'image/png', size })).toBe(true)
  expect(isShown({ contentType: 'image/png', size: 20 * 1024 * 1024 })).toBe(false)
  for (const contentType of ['image/svg+xml', 'text/html', 'application/pdf'])
    expect(isShown({ contentType, size }), contentType).toBe(false)
})

test('a PDF has a picture where its first page was drawn', () => {
  const pdf = { contentType: 'application/pdf', size: 20 * 1024 * 1024, hasPreview: false }
  expect(hasPicture(pdf)).toBe(false)
  expect(hasPicture({ ...pdf, hasPreview: true })).toBe(true)
})
