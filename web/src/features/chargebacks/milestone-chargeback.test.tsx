import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Milestone } from '@/api/types'
import { aContract, aMilestone } from '@/testing/entities'
import { person, renderAs } from '@/testing/render'
import { MilestoneChargeback } from './milestone-chargeback'

const usd = (amount: number) => ({ amount, currency: 'usd' as const })
const open = {
  status: 'open' as const,
  amount: usd(50_000),
  reason: 'fraudulent',
  openedAt: '2026-12-01T00:00:00Z',
  closedAt: null,
  clock: {
    actor: 'platform' as const,
    dueAt: '2026-12-11T00:00:00Z',
    onSilence: 'lose_to_bank' as const,
    text: '',
    amount: usd(50_000),
  },
}

function show(change: Partial<Milestone>, side: 'client' | 'freelancer') {
  const milestone = aMilestone(change)
  const contract = aContract([milestone])
  const userId = side === 'client' ? contract.clientId : contract.freelancerId
  renderAs(<MilestoneChargeback contract={contract} milestone={milestone} userId={userId} />, {
    as: person('Ada', side),
  })
}

test('an open one says what stands still, who answers, and what silence does', () => {
  show({ chargeback: open }, 'freelancer')
  expect(screen.getByText(/bank wants \$500.00 back/)).toBeInTheDocument()
  expect(screen.getByText(/Do no more work for this milestone now/)).toBeInTheDocument()
  expect(screen.getByText(/Unless we show the bank by then/)).toBeInTheDocument()
})

test('once the evidence is sent the bank takes its time', () => {
  show({ chargeback: { ...open, clock: null } }, 'client')
  expect(screen.getByText('Your bank wants $500.00 back')).toBeInTheDocument()
  expect(screen.getByText(/can take more than two months/)).toBeInTheDocument()
})

test('who was paid before keeps it', () => {
  const payment = { status: 'released' as const, fundedAt: null, releasedAt: null, checkoutUrl: null }
  show({ chargeback: { ...open, status: 'lost', clock: null }, payment }, 'freelancer')
  expect(screen.getByText('You were paid before, and keep that.')).toBeInTheDocument()
})
