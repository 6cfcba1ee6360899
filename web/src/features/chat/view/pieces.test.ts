import { expect, test } from 'vitest'
import { around, piecesOf } from './pieces'

const marked = (text: string, ...places: [number, number][]) =>
  piecesOf(
    text,
    places.map(([start, end]) => ({ start, end })),
  )
    .flatMap(({ parts }) => parts)
    .map(({ text: part, isHit }) => (isHit ? `[${part}]` : part))
    .join('')
const links = (text: string) => piecesOf(text).flatMap(({ href }) => href ?? [])

test('nothing of a text is lost, and nothing is put into it', () => {
  const text = 'See https://example.com/a?b=1#c, or (http://x.example).\n\n<b>bold</b> & more'
  expect(
    piecesOf(text)
      .flatMap(({ parts }) => parts)
      .map((part) => part.text)
      .join(''),
  ).toBe(text)
})

test.each([
  ['See https://example.com/a.', ['https://example.com/a']],
  ['www.example.com', ['https://www.example.com']],
  ['write to a@example.com', ['mailto:a@example.com']],
  ['javascript:alert(1) data:text/html,x ftp://x.example file:///etc', []],
  ['no links, 1.5 or e.g. this', []],
])('“%s” leads to %j', (text, expected) => {
  expect(links(text)).toEqual(expected)
})

test('places are counted in characters, not in halves of them', () => {
  expect(marked('😀 blue, deep blue', [2, 6], [13, 17])).toBe('😀 [blue], deep [blue]')
})

test('a letter with its marks, and a family, are not cut', () => {
  expect(marked('cafe\u0301s', [0, 4])).toBe('[cafe\u0301]s')
  expect(marked('a👩‍👩‍👧‍👦b', [1, 2])).toBe('a[👩‍👩‍👧‍👦]b')
})

test('a hit within a link marks a part of it', () => {
  const [piece] = piecesOf('https://example.com/blue', [{ start: 20, end: 24 }])
  expect(piece?.href).toBe('https://example.com/blue')
  expect(piece?.parts).toEqual([
    { text: 'https://example.com/', isHit: false },
    { text: 'blue', isHit: true },
  ])
})

test('what stands around a hit is shown, with dots where it goes on', () => {
  const text = `${'x '.repeat(100)}needle${' y'.repeat(200)}`
  const parts = around(text, [{ start: 200, end: 206 }], 10, 20)
  expect(parts.map((part) => part.text).join('')).toBe(`…${'x '.repeat(5)}needle${' y'.repeat(7)}…`)
  expect(parts.find(({ isHit }) => isHit)?.text).toBe('needle')
})
