import type { CreateBid, Currency, PortfolioItem } from '@/api/types'
import { parseAmount } from '@/lib/amount'

/** The bid as its form holds it: texts that people type. */
export interface MilestoneValues {
  title: string
  description: string
  amount: string
  dueDate: string
  criteria: string[]
}

export interface BidValues {
  coverLetter: string
  amount: string
  timelineDays: string
  questions: string
  portfolioItemIds: string[]
  milestones: MilestoneValues[]
}

export const emptyMilestone: MilestoneValues = {
  title: '',
  description: '',
  amount: '',
  dueDate: '',
  criteria: [],
}
export const emptyBid: BidValues = {
  coverLetter: '',
  amount: '',
  timelineDays: '',
  questions: '',
  portfolioItemIds: [],
  milestones: [],
}

/** What the milestones come to, in minor units; what is no amount counts as nothing. */
export const milestoneSum = (milestones: Pick<MilestoneValues, 'amount'>[]): number =>
  milestones.reduce((sum, milestone) => sum + (parseAmount(milestone.amount) ?? 0), 0)

/** Those that the portfolio still has: a draft may be older. All of them while the portfolio is not known. */
export const stillThere = (ids: string[], portfolio?: Pick<PortfolioItem, 'id'>[]): string[] =>
  portfolio ? ids.filter((id) => portfolio.some((piece) => piece.id === id)) : ids

/** Where a refusal is shown when the form has no field of that name. */
export const shownAt = ({ portfolioItemIds = [] }: CreateBid): Record<string, string> => ({
  milestones: 'amount',
  ...Object.fromEntries(
    portfolioItemIds.map((_, place) => [`portfolioItemIds.${place}`, 'portfolioItemIds']),
  ),
})

/** The bid as the API takes it. */
export function bodyOf(values: BidValues, currency: Currency, attachmentIds: string[]): CreateBid {
  const money = (text: string) => ({ amount: parseAmount(text) ?? 0, currency })
  return {
    coverLetter: values.coverLetter,
    amount: money(values.amount),
    timelineDays: Number(values.timelineDays),
    questions: values.questions
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    portfolioItemIds: values.portfolioItemIds,
    attachmentIds,
    milestones: values.milestones.map((milestone) => ({ ...milestone, amount: money(milestone.amount) })),
  }
}
