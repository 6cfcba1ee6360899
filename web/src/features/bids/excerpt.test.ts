import { expect, test } from 'vitest'
import { excerpt } from './excerpt'

test('a short letter is whole, on one line', () => {
  expect(excerpt('Good day,\n\nI have drawn forty logos.')).toBe('Good day, I have drawn forty logos.')
})

test('a long one is cut between words, and emoji are not broken', () => {
  expect(excerpt('I have drawn forty logos, and signs.', 27)).toBe('I have drawn forty logos …')
  expect(excerpt('🎨'.repeat(40), 10)).toBe(`${'🎨'.repeat(10)} …`)
})
