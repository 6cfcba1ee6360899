import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compose, isBlank, tidy, tooMuch } from './say'

test('what nobody sees is no text', () => {
  for (const text of ['', ' \n\t ', '\u200b\u200d\u2060', '\u3164']) expect(isBlank(text)).toBe(true)
  for (const text of ['.', '👍', 'ا']) expect(isBlank(text)).toBe(false)
})

/** What is said, and what the server keeps of it; null for nothing. The server's own test reads the same file. */
const kept = JSON.parse(readFileSync('../shared/domain/src/chat/kept.json', 'utf8')) as [
  string,
  string | null,
][]

test.each(kept)('%j is shown before it is stored as the server keeps it: %j', (said, expected) => {
  if (expected === null) expect(isBlank(tidy(said))).toBe(true)
  else expect(tidy(said)).toBe(expected)
})

test('half of a character does not keep a message from being sent', () => {
  const { text } = compose('rom_1', `a${'😀'.slice(0, 1)}b`, [])
  expect(text).toBe('a\ufffdb')
  expect(JSON.stringify(text)).not.toContain('\\ud')
})

test('the limits are those of the server: characters, then bytes of the frame', () => {
  expect(tooMuch(compose('rom_1', 'x'.repeat(8000), []))).toBeNull()
  expect(tooMuch(compose('rom_1', 'x'.repeat(8001), []))).toBe('letters')
  expect(tooMuch(compose('rom_1', '😀'.repeat(8000), []))).toBeNull()
  // Each of these is six bytes in JSON: the server would refuse it, and the gateway close the connection over it.
  expect(tooMuch(compose('rom_1', '\u0007'.repeat(7000), []))).toBe('bytes')
})
