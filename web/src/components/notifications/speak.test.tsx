import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aTold } from '@/testing/entities'
import { Announcer } from '../ui/announcer'
import { speakOf } from './speak'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => vi.useRealTimers())

const pass = () => act(() => vi.advanceTimersByTime(1_500))

test('one is read out, and many that come together are counted', () => {
  render(<Announcer />)
  const speak = speakOf()
  speak.add(aTold(1))
  pass()
  expect(screen.getByText('New notification: Fiona bids $1.00.')).toBeInTheDocument()
  for (const told of [aTold(2), aTold(3), aTold(3, { count: 2 })]) speak.add(told)
  pass()
  expect(screen.getByText('2 new notifications')).toBeInTheDocument()
})

test('nothing is read out to whoever comes after', () => {
  render(<Announcer />)
  const speak = speakOf()
  speak.add(aTold(7))
  speak.end()
  pass()
  expect(screen.queryByText(/\$7\.00/)).not.toBeInTheDocument()
})
