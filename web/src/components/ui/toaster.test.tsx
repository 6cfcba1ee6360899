import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { notify } from './notify'
import { Toaster } from './toaster'

afterEach(() => vi.useRealTimers())

test('a success is said, and goes by itself', () => {
  vi.useFakeTimers()
  render(<Toaster />)
  act(() => notify.success('Your name is saved.'))
  expect(screen.getByRole('status')).toHaveTextContent('Done. Your name is saved.')
  act(() => vi.advanceTimersByTime(8_000))
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
})

test('a failure stays until it is dismissed, and gives focus back', async () => {
  const user = userEvent.setup()
  render(
    <>
      <button type="button" onClick={() => notify.failure('It is still there.')}>
        Remove
      </button>
      <Toaster />
    </>,
  )
  await user.click(screen.getByRole('button', { name: 'Remove' }))
  expect(screen.getByRole('alert')).toHaveTextContent('Failed. It is still there.')
  await user.click(screen.getByRole('button', { name: 'Dismiss' }))
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Remove' })).toHaveFocus()
})

test('the newest takes the place of the one before, and nothing outlasts the session', () => {
  const { unmount } = render(<Toaster />)
  act(() => notify.failure('First.'))
  act(() => notify.success('Second.'))
  expect(screen.queryByText(/First/)).not.toBeInTheDocument()
  unmount()
  render(<Toaster />)
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
})

test('what can be taken back is taken back once, and the note goes', async () => {
  const user = userEvent.setup()
  const undo = vi.fn()
  render(<Toaster />)
  act(() => notify.success('Fiona is no longer saved.', undo))
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(undo).toHaveBeenCalledOnce()
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
})
