import { expect, test } from 'vitest'
import { strengthOf } from './password-strength'

test.each([
  ['', 0],
  ['short', 0],
  ['🔑🔑🔑', 0],
  ['aaaaaaaaaaaaaaaa', 0],
  ['          ', 0],
  ['0123456789', 0],
  ['abcabcabcabc', 0],
  ['qwertyuiop', 1],
  ['abcdefgh12345678', 1],
  ['sunflower7', 1],
  ['Sunflower 2026', 2],
  ['correct horse battery', 3],
  ['a long pass phrase', 3],
  ['xK9!mQ2#vR7$', 3],
  ['пароль из слов', 2],
])('%j has the strength %i', (text, strength) => {
  expect(strengthOf(text)).toBe(strength)
})
