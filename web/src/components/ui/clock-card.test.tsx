import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Clock } from '@/api/types'
import { silenceText } from '@/lib/silence'
import { ClockCard } from './clock-card'

test('a sum stands only in the sentence that says whose it is', () => {
  const clock: Clock = {
    actor: 'client',
    dueAt: '2099-01-01T12:00:00Z',
    onSilence: 'approve_and_release',
    amount: { amount: 54000, currency: 'usd' },
    text: '',
  }
  const silence = silenceText(clock, 'client', { client: 'Clara', freelancer: 'Fiona' })
  render(<ClockCard clock={clock} mine actorName="Clara" silence={silence} />)
  expect(screen.getByText(/\$540\.00/)).toHaveTextContent(/it is approved and \$540\.00 goes to .*Fiona/)
})
