import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ExampleContract } from './landing-example'

test('what the freelancer gets is said with what is paid and the fee, and stands nowhere bare', () => {
  render(<ExampleContract />)
  const sums = screen.getAllByText(/\$225\.00/)
  expect(sums).toHaveLength(1)
  expect(sums[0]).toHaveTextContent('$225.00 goes to the freelancer: $250.00 less the 10 % fee.')
})
