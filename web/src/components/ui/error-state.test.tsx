import { render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { ApiProblem } from '@/api/problem'
import { ErrorState } from './error-state'

const problem = (change: Partial<ApiProblem>): ApiProblem => ({
  status: 500,
  code: '',
  title: '',
  detail: 'wait for `Retry-After` seconds',
  requestId: null,
  errors: [],
  retryAfter: null,
  ...change,
})

test('says when it tries again, counts, and then does so', async () => {
  const retry = vi.fn()
  const { container } = render(
    <ErrorState
      error={problem({ status: 429, retryAfter: 2 })}
      title="Could not load the tasks"
      onRetry={retry}
    />,
  )
  expect(screen.getByText('Trying again in 2 s')).toBeInTheDocument()
  expect(container).not.toHaveTextContent('Retry-After')
  expect(await screen.findByText('Trying again in 1 s', {}, { timeout: 2000 })).toBeInTheDocument()
  expect(retry).not.toHaveBeenCalled()
  await expect.poll(() => retry.mock.calls.length, { timeout: 3000 }).toBe(1)
})

test('what is not there is not asked for again', () => {
  render(
    <ErrorState error={problem({ status: 404 })} title="Could not load the task" onRetry={() => undefined} />,
  )
  expect(screen.getByText('Not found')).toBeInTheDocument()
  expect(screen.queryByText(/Trying again/)).toBeNull()
})
