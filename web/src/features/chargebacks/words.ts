import type { ReactNode } from 'react'
import { rich } from '@/lib/rich'

export const yourBank = (sum: string) => `Your bank wants ${sum} back`
export const theirBank = (sum: string, name: ReactNode) => rich`${name}’s bank wants ${sum} back`
export const frozenText =
  'Nothing moves until the bank has decided: no approval, no payout, no refund. Other milestones go on as before.'
export const takeItBackText = 'If that is a mistake, tell your bank that you take it back.'
export const keptText = 'You were paid before, and keep that.'
export const doNoWorkText = 'Do no more work for this milestone now.'
export const bankDecides =
  'We have shown the bank what the money is for, or it takes no answer. It decides, which can take more than two months.'
export const weAnswer = 'ProConnect answers the bank'
export const won = (sum: string) => `The bank has decided: ${sum} stays where it was`
export const lost = (sum: string) => `The bank has taken ${sum} back`
export const lostText = 'Nothing is left of this money, so nothing more is to be done for it.'
export const partlyLostText = (rest: string) => `${rest} is left for this milestone.`
