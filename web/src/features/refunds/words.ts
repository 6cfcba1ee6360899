import type { ReactNode } from 'react'
import { isolated } from '@/lib/isolated'
import { rich } from '@/lib/rich'

type Sum = string

// On the contract's page
export const ask = 'Ask for a refund'
export const offer = 'Give money back'
export const asked = (name: ReactNode, sum: Sum) => rich`${name} asks for ${sum} back`
export const youAsked = (sum: Sum) => `You asked for ${sum} back`
export const restStays = (sum: Sum, name: ReactNode) => rich`${sum} would stay held for ${name}.`
export const restStaysYours = (sum: Sum) => `${sum} would stay held for you.`
export const nothingStays = 'Nothing would stay held, and the milestone would be over.'
export const accept = (sum: Sum, name: string) => `Give ${sum} back to ${isolated(name)}`
export const decline = 'Decline'
export const takeBack = 'Take the request back'
export const unanswered = (name: ReactNode) => rich`${name} has not answered your request in time`
export const unansweredText = (sum: Sum) =>
  `You asked for ${sum} back, and nothing has moved. You may call an admin now: if you open a dispute, one decides at once.`
export const youDidNotAnswer = (name: ReactNode, sum: Sum) =>
  rich`You have not answered ${name}’s request for ${sum} in time`
export const youDidNotAnswerText = 'Nothing has moved, but an admin may be called now. You can still accept.'
export const declined = (name: ReactNode, sum: Sum) => rich`${name} declined to give ${sum} back`
export const youDeclined = (sum: Sum) => `You declined to give ${sum} back`
export const declinedText = 'The money stays held. If you can’t agree, you can open a dispute.'
export const wentBack = (sum: Sum, name: ReactNode, date: string) =>
  rich`${sum} went back to ${name} · ${date}`
export const goesBack = (sum: Sum, name: ReactNode, date: string) =>
  rich`${sum} is on its way back to ${name} · ${date}`
export const backFailed = (sum: Sum, name: ReactNode) =>
  rich`${sum} could not be sent back to ${name} yet. An admin is looking into it.`
export const stillHeld = (sum: Sum) => `${sum} is still held.`
export const over = 'All of the money went back, so nothing more is to be done here.'

// Asking
export const askTitle = (title: ReactNode) => rich`Ask for money of “${title}” back?`
export const askText = (name: ReactNode) =>
  rich`${name} has 5 days to accept or decline. If they don’t answer, nothing moves by itself, and you may call an admin at once.`
export const howMuch = 'How much'
export const howMuchHelp = (sum: Sum) => `${sum} is held.`
export const amountMissing = 'Enter an amount such as 250 or 99.50.'
export const amountTooMuch = (sum: Sum) =>
  `Enter more than nothing, and ${sum} at most: that is what is held.`
export const why = 'Why, in a few words'
export const whyMissing = 'Say why.'
export const askButton = (sum: Sum) => `Ask for ${sum} back`
export const askedNote = (sum: Sum, name: string) =>
  `You asked for ${sum} back. ${isolated(name)} was told, and has 5 days to answer.`
/** In place of the sum, before there is one. */
export const money = 'money'

// Answering
export const acceptTitle = (sum: Sum, name: ReactNode) => rich`Give ${sum} back to ${name}?`
export const acceptText = 'It goes back at once, the way it was paid. This can’t be undone.'
export const given = (sum: Sum, name: string) => `${sum} is on its way back to ${isolated(name)}.`
export const declineTitle = (sum: Sum, name: ReactNode) => rich`Decline to give ${sum} back to ${name}?`
export const declineText = 'The money stays held. If you two can’t agree, either of you can open a dispute.'
export const whyHelp = (name: string) => `${isolated(name)} reads it.`
export const declineButton = 'Decline the refund'
export const declinedNote = (name: string) => `You declined. ${isolated(name)} was told why.`
export const takenBack = 'You took the request back. The money stays held.'

// Giving back unasked
export const offerTitle = (name: ReactNode) => rich`Give money back to ${name}?`
export const offerText = (name: ReactNode) =>
  rich`It goes back at once, the way it was paid; ${name} has to do nothing. This can’t be undone.`

// Who gets what
export const whoGetsWhat = 'Who gets what'
export const getsBack = (name: ReactNode) => rich`${name} gets back`
export const youGetBack = 'You get back'
export const staysHeld = 'Stays held for the work'
