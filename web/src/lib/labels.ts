import type {
  BidStatus,
  Category,
  ContractStatus,
  FundsStatus,
  PaymentStatus,
  TaskStatus,
  WorkStatus,
} from '@/api/types'
import type { Tone } from '@/components/ui/badge'
import type { IconName } from '@/components/ui/icon'

/** States in words, each with an icon: never a colour alone. */
export interface Label {
  text: string
  tone: Tone
  icon: IconName
}

const label = (text: string, tone: Tone, icon: IconName): Label => ({ text, tone, icon })

export const categories: Record<Category, string> = {
  'web-development': 'Web Development',
  'mobile-development': 'Mobile Development',
  design: 'Design',
  writing: 'Writing',
  marketing: 'Marketing',
  data: 'Data',
  'admin-support': 'Admin Support',
  other: 'Other',
}

export const taskLabels: Record<TaskStatus, Label> = {
  draft: label('Draft', 'neutral', 'info'),
  open: label('Open', 'success', 'check-circle'),
  in_progress: label('In Progress', 'info', 'clock'),
  completed: label('Completed', 'success', 'check'),
  cancelled: label('Cancelled', 'neutral', 'x-circle'),
  expired: label('Expired', 'neutral', 'clock'),
}

export const bidLabels: Record<BidStatus, Label> = {
  submitted: label('Submitted', 'info', 'clock'),
  shortlisted: label('Shortlisted', 'accent', 'pin'),
  accepted: label('Accepted', 'success', 'check-circle'),
  declined: label('Declined', 'neutral', 'x-circle'),
  withdrawn: label('Withdrawn', 'neutral', 'undo'),
  expired: label('Expired', 'neutral', 'clock'),
}

export const contractLabels: Record<ContractStatus, Label> = {
  active: label('Active', 'info', 'clock'),
  disputed: label('Disputed', 'warning', 'alert'),
  completed: label('Completed', 'success', 'check-circle'),
  ended: label('Ended', 'neutral', 'x-circle'),
}

export const workLabels: Record<WorkStatus, Label> = {
  pending: label('Pending', 'neutral', 'clock'),
  in_review: label('In Review', 'info', 'eye'),
  changes_requested: label('Changes requested', 'warning', 'undo'),
  approved: label('Approved', 'success', 'check-circle'),
}

export const fundsLabels: Record<FundsStatus, Label> = {
  unfunded: label('Not funded', 'neutral', 'lock'),
  checkout_open: label('Payment begun', 'neutral', 'clock'),
  funding: label('Payment on its way', 'info', 'clock'),
  funded: label('Held', 'accent', 'lock'),
  release_queued: label('Being paid out', 'info', 'payments'),
  releasing: label('Being paid out', 'info', 'payments'),
  release_unknown: label('Being paid out', 'info', 'payments'),
  release_blocked: label('Waiting for payout setup', 'warning', 'alert'),
  release_failed: label('We’re looking into it', 'warning', 'alert'),
  released: label('Paid', 'success', 'check-circle'),
  refunding: label('Being refunded', 'info', 'undo'),
  partially_refunded: label('Partly refunded', 'neutral', 'undo'),
  refunded: label('Refunded', 'neutral', 'undo'),
  chargeback: label('Disputed by the bank', 'warning', 'alert'),
  chargeback_lost: label('Taken back by the bank', 'danger', 'alert'),
}

export const paymentLabels: Record<PaymentStatus, Label> = {
  held: label('Held', 'accent', 'lock'),
  released: label('Released', 'success', 'check-circle'),
  on_the_way: label('On the way', 'info', 'clock'),
  blocked: label('Waiting for payout setup', 'warning', 'alert'),
  failed: label('We’re looking into it', 'warning', 'alert'),
  paid: label('Paid', 'success', 'check-circle'),
  refunding: label('Paid twice, being refunded', 'info', 'undo'),
  refunded: label('Paid twice, refunded', 'neutral', 'undo'),
}
