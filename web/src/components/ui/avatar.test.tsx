import { expect, test } from 'vitest'
import { initials } from './avatar'

test.each([
  ['Clara Client', 'CC'],
  ['clara', 'C'],
  ['👩🏽‍🚀 Ada Lovelace', '👩🏽‍🚀L'],
  ['🏴󠁧󠁢󠁳󠁣󠁴󠁿 Scot', '🏴󠁧󠁢󠁳󠁣󠁴󠁿S'],
  ['E\u0301mile Zola', 'E\u0301Z'],
  ['क्षमा राव', 'क्षरा'],
  ['李', '李'],
  ['', ''],
])('the initials of %s are %s', (name, expected) => {
  expect(initials(name)).toBe(expected)
})
