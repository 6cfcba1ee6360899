import type { DeclineReason } from '@/api/types'

/** Why a bid was declined, in a sentence. Mirrors shared/domain/src/bid.rs. */
export const declineReasons: Record<DeclineReason, string> = {
  another_bid_accepted: 'The client accepted another bid.',
  task_cancelled: 'The client took the task back.',
  price: 'The client declined because of the price.',
  timeline: 'The client declined because of the timeline.',
  experience: 'The client was looking for other experience.',
  other: 'The client declined.',
}

/** Those that a client can choose. */
export const choices: { value: DeclineReason; label: string }[] = [
  { value: 'price', label: 'The price' },
  { value: 'timeline', label: 'The timeline' },
  { value: 'experience', label: 'The experience' },
  { value: 'other', label: 'Something else' },
]
