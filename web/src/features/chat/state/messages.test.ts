import { expect, test } from 'vitest'
import { aMessage } from '@/testing/chat'
import { endFrom, merge, runAround } from './messages'

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, place) => aMessage(from + place))
const numbers = (messages: { id: string }[]) => messages.map(({ id }) => Number(id.slice(4)))

test('messages stand in the order of their ids, each once, however they come', () => {
  const known = merge(merge([], range(4, 6).reverse()), [aMessage(2), aMessage(5), aMessage(1)])
  expect(numbers(known)).toEqual([1, 2, 4, 5, 6])
})

test('nothing new changes nothing, so that nothing is drawn again', () => {
  const known = merge([], range(1, 3))
  expect(merge(known, [aMessage(2)])).toBe(known)
})

test('a piece in the middle joins the end once what is between them comes', () => {
  const known = merge(range(40, 50), range(10, 20))
  expect(numbers(runAround(known, 'msg_0015'))).toEqual(numbers(range(10, 20)))
  expect(numbers(runAround(known, 'msg_0050'))).toEqual(numbers(range(40, 50)))
  const joined = merge(known, range(21, 39))
  expect(numbers(runAround(joined, 'msg_0015'))).toEqual(numbers(range(10, 50)))
})

test('a message whose predecessor is missing does not move the end', () => {
  const known = merge(range(1, 3), [aMessage(5)])
  expect(endFrom(known, 'msg_0003')).toBe('msg_0003')
  expect(endFrom(merge(known, [aMessage(4)]), 'msg_0003')).toBe('msg_0005')
})

test('a later version wins, whichever comes first', () => {
  const edited = aMessage(1, { text: 'two', version: 2 })
  for (const order of [
    [aMessage(1), edited],
    [edited, aMessage(1)],
  ])
    expect(merge([], order)[0]?.text).toBe('two')
})

test('what was deleted never comes back', () => {
  const gone = aMessage(1, { text: '', version: 3, deletedAt: '2026-11-27T10:00:00Z' })
  const lateEdit = aMessage(1, { text: 'late', version: 2 })
  expect(merge([gone], [lateEdit])).toEqual([gone])
})

test('a text that had no place in a frame replaces what was cut, and is not cut again', () => {
  const cut = aMessage(1, { text: '', isCut: true })
  expect(merge([cut], [aMessage(1)])[0]?.text).toBe('Message 1')
  expect(merge([aMessage(1)], [cut])[0]?.text).toBe('Message 1')
})
