import type {
  BidStatus,
  Category,
  ContractStatus,
  DisputeStatus,
  FundsStatus,
  PaymentStatus,
  TaskStatus,
  WorkStatus,
} from '@/api/types'
import type { Tone } from '@/components/ui/badge'
import type { IconName } from '@/components/ui/icon'
import * as words from './state-words'

/** States in words, each with an icon: never a colour alone. */
export interface Label {
  text: string
  tone: Tone
  icon: IconName
}

const label = (text: string, tone: Tone, icon: IconName): Label => ({ text, tone, icon })

export const categories: Record<Category, string> = {
  'web-development': words.webDevelopment,
  'mobile-development': words.mobileDevelopment,
  design: words.design,
  writing: words.writing,
  marketing: words.marketing,
  data: words.data,
  'admin-support': words.adminSupport,
  other: words.other,
}

export const taskLabels: Record<TaskStatus, Label> = {
  draft: label(words.draft, 'neutral', 'info'),
  open: label(words.open, 'success', 'check-circle'),
  in_progress: label(words.inProgress, 'info', 'clock'),
  completed: label(words.completed, 'success', 'check'),
  cancelled: label(words.cancelled, 'neutral', 'x-circle'),
  expired: label(words.expired, 'neutral', 'clock'),
}

export const bidLabels: Record<BidStatus, Label> = {
  submitted: label(words.submitted, 'info', 'clock'),
  shortlisted: label(words.shortlisted, 'accent', 'pin'),
  accepted: label(words.accepted, 'success', 'check-circle'),
  declined: label(words.declined, 'neutral', 'x-circle'),
  withdrawn: label(words.withdrawn, 'neutral', 'undo'),
  expired: label(words.expired, 'neutral', 'clock'),
}

export const contractLabels: Record<ContractStatus, Label> = {
  active: label(words.active, 'info', 'clock'),
  disputed: label(words.disputed, 'warning', 'alert'),
  completed: label(words.completed, 'success', 'check-circle'),
  ended: label(words.ended, 'neutral', 'x-circle'),
}

export const disputeLabels: Record<DisputeStatus, Label> = {
  opened: label(words.disputeOpened, 'warning', 'alert'),
  proposed: label(words.disputeProposed, 'info', 'swap'),
  under_review: label(words.disputeUnderReview, 'info', 'eye'),
  resolved: label(words.disputeResolved, 'success', 'check-circle'),
  withdrawn: label(words.disputeWithdrawn, 'neutral', 'undo'),
}

export const workLabels: Record<WorkStatus, Label> = {
  pending: label(words.pending, 'neutral', 'clock'),
  in_review: label(words.inReview, 'info', 'eye'),
  changes_requested: label(words.changesRequested, 'warning', 'undo'),
  approved: label(words.approved, 'success', 'check-circle'),
}

export const fundsLabels: Record<FundsStatus, Label> = {
  unfunded: label(words.notFunded, 'neutral', 'lock'),
  checkout_open: label(words.paymentBegun, 'neutral', 'clock'),
  funding: label(words.paymentOnItsWay, 'info', 'clock'),
  funded: label(words.held, 'accent', 'lock'),
  release_queued: label(words.payingOut, 'info', 'payments'),
  releasing: label(words.payingOut, 'info', 'payments'),
  release_unknown: label(words.payingOut, 'info', 'payments'),
  release_blocked: label(words.waitingForSetup, 'warning', 'alert'),
  release_failed: label(words.lookingIntoIt, 'warning', 'alert'),
  released: label(words.paid, 'success', 'check-circle'),
  refunding: label(words.refunding, 'info', 'undo'),
  partially_refunded: label(words.partlyRefunded, 'neutral', 'undo'),
  refunded: label(words.refunded, 'neutral', 'undo'),
  chargeback: label(words.disputedByBank, 'warning', 'alert'),
  chargeback_lost: label(words.takenBackByBank, 'danger', 'alert'),
}

export const paymentLabels: Record<PaymentStatus, Label> = {
  held: label(words.held, 'accent', 'lock'),
  released: label(words.released, 'success', 'check-circle'),
  on_the_way: label(words.onTheWay, 'info', 'clock'),
  blocked: label(words.waitingForSetup, 'warning', 'alert'),
  failed: label(words.lookingIntoIt, 'warning', 'alert'),
  paid: label(words.paid, 'success', 'check-circle'),
  refunding: label(words.refunding, 'info', 'undo'),
  refunded: label(words.refunded, 'neutral', 'undo'),
  charged_back: label(words.disputedByBank, 'warning', 'alert'),
}
