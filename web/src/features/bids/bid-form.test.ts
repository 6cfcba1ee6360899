import { expect, test } from 'vitest'
import { bodyOf, emptyBid, milestoneSum, shownAt, stillThere } from './bid-form'

test('adds up what was typed, in minor units', () => {
  expect(milestoneSum([{ amount: '100' }, { amount: '99.50' }, { amount: 'much' }])).toBe(19950)
})

test('makes the body that the API takes', () => {
  const body = bodyOf(
    { ...emptyBid, amount: '1,250', timelineDays: '14', questions: 'Who?\n\n When? ' },
    'eur',
    ['fil_1'],
  )
  expect(body.amount).toEqual({ amount: 125000, currency: 'eur' })
  expect(body.attachmentIds).toEqual(['fil_1'])
  expect(body.timelineDays).toBe(14)
  expect(body.questions).toEqual(['Who?', 'When?'])
})

test('forgets pieces that the portfolio has no longer, once it is known', () => {
  expect(stillThere(['ptf_2', 'ptf_1'], [{ id: 'ptf_1' }])).toEqual(['ptf_1'])
  expect(stillThere(['ptf_2', 'ptf_1'])).toEqual(['ptf_2', 'ptf_1'])
})

test('shows the refusal of one piece at the list', () => {
  const body = bodyOf({ ...emptyBid, portfolioItemIds: ['ptf_1', 'ptf_2'] }, 'usd', [])
  expect(shownAt(body)).toMatchObject({ 'portfolioItemIds.1': 'portfolioItemIds' })
})
