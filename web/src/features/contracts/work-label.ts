import type { Milestone } from '@/api/types'
import { type Label, workLabels } from '@/lib/labels'
import * as words from './words'

type Work = Pick<Milestone, 'status' | 'settlement' | 'remaining'>

/** Nothing more is to be done for it, though nobody approved it. */
export const isOver = ({ settlement, remaining }: Work) => settlement !== null || remaining.amount === 0

/** Nothing more is to be done for it. */
export const isDone = (milestone: Work) => milestone.status === 'approved' || isOver(milestone)

/** How the work stands: what ended otherwise than by an approval waits for nobody. */
export function workLabel(milestone: Work): Label {
  if (milestone.status === 'approved' || !isOver(milestone)) return workLabels[milestone.status]
  const text = milestone.settlement ? words.endedByDispute : words.endedByRefund
  return { text, tone: 'neutral', icon: 'check' }
}
