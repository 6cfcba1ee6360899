import { expect, test } from 'vitest'
import { partsOf } from './sides'

const dispute = { heldAmount: { amount: 10_001, currency: 'usd' as const }, feeBasisPoints: 1000 }

test('the three parts always make what is held, and the fee is rounded as the server does', () => {
  for (let part = 0; part <= 10_001; part += 1) {
    const { payout, fee, refund } = partsOf(dispute, part)
    expect(payout.amount + fee.amount + refund.amount).toBe(10_001)
    expect(fee.amount).toBe(Math.floor((part * 1000 + 5000) / 10_000))
    expect(payout.amount).toBeGreaterThanOrEqual(0)
  }
  expect(partsOf(dispute, 105).fee.amount).toBe(11)
})
