import type { Milestone } from '@/api/types'
import { type Label, workLabels } from '@/lib/labels'
import * as words from './words'

type Work = Pick<Milestone, 'status' | 'settlement' | 'remaining'>

/** Nothing more is to be done for it, though nobody approved it. */
export const isOver = ({ settlement, remaining }: Work) => settlement !== null || remaining.amount === 0

/** Nothing more is to be done for it. */
export const isDone = (milestone: Work) => milestone.status === 'approved' || isOver(milestone)

/** How the work stands: what ended otherwise than by an approval waits for nobody. */
export function workLabel(milestone: Work & Pick<Milestone, 'payment'>): Label {
  if (milestone.status === 'approved' || !isOver(milestone)) return workLabels[milestone.status]
  return { text: ended(milestone), tone: 'neutral', icon: 'check' }
}

function ended({ settlement, payment }: Work & Pick<Milestone, 'payment'>): string {
  if (payment.status === 'chargeback_lost') return words.endedByBank
  return settlement ? words.endedByDispute : words.endedByRefund
}
