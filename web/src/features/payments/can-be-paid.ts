import type { PayoutAccount } from '@/api/types'

/** Whether money that somebody earns can be sent to them, as far as is known. */
export const canBePaid = (account: PayoutAccount | undefined): boolean =>
  Boolean(account?.payoutsEnabled && account.transfersEnabled)
