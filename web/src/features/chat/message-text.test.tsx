import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aMessage } from '@/testing/chat'
import { renderAs } from '@/testing/render'
import { MessageRow } from './message-row'
import { MessageText } from './message-text'
import { OutgoingRow } from './outgoing-row'
import { compose } from './live/say'

const shown = (text: string) => render(<MessageText text={text} />).container.textContent

test.each([
  ['500 blank lines', `a${'\n'.repeat(500)}b`],
  ['lines of spaces and tabs', `a${'\n \t\u3000'.repeat(500)}\nb`],
  ['lines of what nobody sees', `a${'\n\u200d\ufe0f\u2800'.repeat(500)}\nb`],
  ['breaks of other kinds', `a${'\u2028\u2029'.repeat(250)}b`],
])('%s push nothing away', (_, text) => {
  expect(shown(text)).toBe('a\n\n\nb')
})

test('two blank lines stay, and so does what a line begins with', () => {
  expect(shown('a\n\n\n  b\n c')).toBe('a\n\n\n  b\n c')
  expect(shown('a\n\n\n\n\n  b')).toBe('a\n\n\n  b')
})

test('a hundred thousand breaks take no time', () => {
  const began = performance.now()
  shown(`${'\n \t'.repeat(2_600)}x`.repeat(10))
  expect(performance.now() - began).toBeLessThan(1_000)
})

test.each([
  '👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 1️⃣ 🇩🇪',
  'cafe\u0301',
  'co\u00adop\u200beration',
  'see https://example.com/a?b=1\nand more',
])('%j looks the same before it is stored and after', (said) => {
  const item = compose('rom_1', said, [])
  const before = renderAs(<OutgoingRow item={item} isFirst={false} />).container.querySelector('p')
  const stored = aMessage(1, { text: said.replace(/[\u00ad\u200b]/g, '').normalize('NFC') })
  const after = render(<MessageRow message={stored} isOwn other="Clara" isFirst={false} />)
  expect(before?.innerHTML).toBe(after.container.querySelector('p')?.innerHTML)
})
