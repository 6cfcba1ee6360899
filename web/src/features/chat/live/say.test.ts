import { expect, test } from 'vitest'
import { compose, isBlank, tidy, tooMuch } from './say'

test('what nobody sees is no text', () => {
  for (const text of ['', ' \n\t ', '\u200b\u200d\u2060', '\u3164']) expect(isBlank(text)).toBe(true)
  for (const text of ['.', '👍', 'ا']) expect(isBlank(text)).toBe(false)
})

test('a text is kept as the server keeps it', () => {
  expect(tidy('  a\r\nb\rc \n')).toBe('a\nb\nc')
  expect(tidy('e\u0301')).toBe('\u00e9')
  const family = '👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 1️⃣'
  expect(tidy(family)).toBe(family)
})

test('the limits are those of the server: characters, then bytes of the frame', () => {
  expect(tooMuch(compose('rom_1', 'x'.repeat(8000), []))).toBeNull()
  expect(tooMuch(compose('rom_1', 'x'.repeat(8001), []))).toBe('letters')
  expect(tooMuch(compose('rom_1', '😀'.repeat(8000), []))).toBeNull()
  // Each of these is six bytes in JSON: the server would refuse it, and the gateway close the connection over it.
  expect(tooMuch(compose('rom_1', '\u0007'.repeat(7000), []))).toBe('bytes')
})
