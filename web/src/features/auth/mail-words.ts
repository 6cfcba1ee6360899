import type { ReactNode } from 'react'
import { rich } from '@/lib/rich'

export const codeSentTo = (address: ReactNode) =>
  rich`We sent a mail to ${address}. For a new account it holds a code of six digits.`
export const linkSentTo = (address: string) =>
  `If there is an account for ${address}, a link is on its way. It works once, for 30 minutes.`
