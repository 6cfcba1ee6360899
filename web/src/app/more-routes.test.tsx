import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { sessionEvents } from '@/api/session-events'
import './more-routes'

test('what is dangerous on one of these pages can ask who it is', async () => {
  // What is loaded on demand takes its time on a busy machine.
  await import('@/features/security/ask-again')
  const answer = sessionEvents.confirm()
  expect(await screen.findByRole('dialog', { name: 'Is it you?' })).toBeInTheDocument()
  await userEvent.keyboard('{Escape}')
  expect(await answer).toBe(false)
})
